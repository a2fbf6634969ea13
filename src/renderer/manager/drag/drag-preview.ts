import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';

type NativeSetDragImage = Parameters<typeof setCustomNativeDragPreview>[0]['nativeSetDragImage'];

/** Shows `label` under the pointer while something is dragged, with a second sheet behind it when it is several. */
export function showDragPreview(
  nativeSetDragImage: NativeSetDragImage,
  label: string,
  several: boolean,
): void {
  setCustomNativeDragPreview({
    nativeSetDragImage,
    getOffset: () => ({ x: -12, y: -8 }),
    render({ container }) {
      const preview = document.createElement('div');
      preview.className = 'drag-preview';
      preview.dataset.several = String(several);
      preview.textContent = label;
      container.append(preview);
    },
  });
}
