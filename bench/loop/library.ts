import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/main/storage/database.ts';
import { insertLibrary } from '../../src/main/storage/libraries.ts';
import { storeMedia } from '../../src/main/storage/media.ts';
import { insertReply } from '../../src/main/storage/replies.ts';
import { countUse } from '../../src/main/storage/usage.ts';
import { newId } from '../../src/main/storage/uuid.ts';
import type { Part } from '../../src/shared/domain/reply.ts';
import { plainPicture } from '../../tests/e2e/support/pictures.ts';

/** A reply that the benchmark pastes: its shortcode alone finds it. */
export type BenchReply = {
  shortcode: string;
  title: string;
  /** What arrives, part by part. */
  parts: ({ kind: 'text'; text: string } | { kind: 'image'; width: number; height: number })[];
};

export type BenchLibrary = { folder: string; replies: BenchReply[]; titles: string[] };

const subjects = [
  '退款',
  '发票',
  '物流',
  '换货',
  '优惠券',
  '尺码',
  '保修',
  '地址',
  '订单',
  '会员',
  '赠品',
  '预售',
];
const aspects = ['多久', '怎么申请', '在哪里看', '可以改吗', '没有收到', '显示失败', '需要什么', '谁承担'];
const openings = ['亲，您好', '您好，很高兴为您服务', '让您久等了', '感谢您的耐心', '这边帮您看过了'];

const at = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

/** `baa`, `bab`, …: as short as a shortcode of thousands can be, letters only. */
function shortcodeOf(index: number): string {
  const letter = (value: number) => String.fromCharCode(97 + (value % 26));
  return letter(1 + Math.floor(index / 676)) + letter(Math.floor(index / 26)) + letter(index);
}

function bodyOf(index: number): string {
  const subject = at(subjects, index);
  return `${at(openings, index)}！关于${subject}（编号 ${index}），我们已经为您登记，预计 ${1 + (index % 7)} 个工作日内处理完，期间有任何变化都会第一时间告诉您。`;
}

/**
 * Makes a user-data folder with `size` replies of the length that agents' replies have, by the app's own storage. Each eighth
 * of the first `pasteable` ones has a picture between two texts; the others are text.
 */
export function makeBenchLibrary(size: number, pasteable = 200): BenchLibrary {
  const folder = mkdtempSync(join(tmpdir(), 'repartee-bench-'));
  const opened = openDatabase(join(folder, 'repartee.db'));
  if (opened.kind !== 'open') throw new Error(`No library could be made: ${opened.kind}`);
  const { db } = opened;
  // The one thing that differs from the app: nobody needs this folder after a power cut.
  db.pragma('synchronous = OFF');
  const now = new Date();
  const replies: BenchReply[] = [];
  const titles: string[] = [];

  db.transaction(() => {
    const libraryId = insertLibrary(
      db,
      { id: newId(now), name: '话术库', tier: 'personal', origin: null },
      now.toISOString(),
    );
    for (let index = 0; index < size; index++) {
      const title = `${at(subjects, index)}${at(aspects, Math.floor(index / subjects.length))} ${index}`;
      const shortcode = index < 15_000 ? shortcodeOf(index) : null;
      const hasPicture = index < pasteable && index % 8 === 7;
      const size = { width: 60 + (index % 40), height: 40 + (index % 30) };
      const texts = hasPicture ? [`请看图（编号 ${index}）：`, '按图中的位置操作就可以。'] : [bodyOf(index)];
      const parts: Part[] = texts.map((text) => ({ kind: 'text', text }));
      if (hasPicture) {
        const png = plainPicture(index % 256, 120, 200, size.width, size.height);
        const { hash } = storeMedia(db, join(folder, 'media'), png, now.toISOString());
        parts.splice(1, 0, { kind: 'image', hash, alt: '图' });
      }
      const saved = insertReply(
        db,
        {
          libraryId,
          categoryId: null,
          title,
          shortcode,
          variants: [parts],
          tags: [at(subjects, index)],
          note: '',
          validFrom: null,
          validUntil: null,
          successorId: null,
          nextIds: [],
          favourite: index % 1_000 === 0,
        },
        now,
      );
      if (!saved.ok) throw new Error(`${title}: ${JSON.stringify(saved.error)}`);
      titles.push(title);
      if (index < pasteable && shortcode !== null) {
        countUse(db, saved.value.id, 'chromium', now);
        replies.push({
          shortcode,
          title,
          parts: parts.map((part) => (part.kind === 'text' ? part : { kind: 'image', ...size })),
        });
      }
    }
  }).immediate();
  db.close();
  return { folder, replies, titles };
}
