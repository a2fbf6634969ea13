/** The colour and the names of a category from the root down; a ring when it has no colour, nothing when that is not known. */
export function CategoryPath({ path, color }: { path: readonly string[]; color: string | null | undefined }) {
  return (
    <>
      {color !== undefined && (
        <span
          className="dot"
          data-plain={color === null}
          style={color === null ? undefined : { background: color }}
          aria-hidden="true"
        />
      )}
      <span className="path">{path.join(' › ')}</span>
    </>
  );
}
