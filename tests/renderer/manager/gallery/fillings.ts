import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertCategory } from '../../../../src/main/storage/categories.ts';
import type { WritableDatabase } from '../../../../src/main/storage/database.ts';
import { listLibraries } from '../../../../src/main/storage/libraries.ts';
import { applyAction } from '../../../../src/main/storage/library-actions.ts';
import { storeMedia } from '../../../../src/main/storage/media.ts';
import { insertReply } from '../../../../src/main/storage/replies.ts';
import { saveDraft } from '../../../../src/main/storage/reply-drafts.ts';
import { countUse } from '../../../../src/main/storage/usage.ts';
import { newId } from '../../../../src/main/storage/uuid.ts';
import type { Id, ReplyDraft } from '../../../../src/shared/domain/reply.ts';
import { emptyDraft } from '../../../../src/shared/domain/reply-draft.ts';
import { plainPicture } from '../../../e2e/support/pictures.ts';

const dayMs = 24 * 60 * 60 * 1000;

function draftOf(libraryId: Id, changes: Partial<ReplyDraft> & { title: string }, text: string): ReplyDraft {
  return { ...emptyDraft(libraryId, null), variants: [[{ kind: 'text', text }]], ...changes };
}

function add(db: WritableDatabase, draft: ReplyDraft): Id {
  const saved = insertReply(db, draft, new Date());
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return saved.value.id;
}

function firstLibrary(db: WritableDatabase): Id {
  const [library] = listLibraries(db);
  if (!library) throw new Error('the library is missing');
  return library.id;
}

/** Replies with every mark that a row can carry, among them a draft, and two in the trash. */
export function withEveryMark(db: WritableDatabase): void {
  const libraryId = firstLibrary(db);
  const now = new Date();
  const instant = (days: number) => new Date(now.getTime() + days * dayMs).toISOString();
  const expired = add(
    db,
    draftOf(
      libraryId,
      { title: '双十一预售规则', tags: ['活动'], validUntil: instant(-3) },
      '预售商品付定金后不支持退款。',
    ),
  );
  add(db, draftOf(libraryId, { title: '春节发货安排', validFrom: instant(30) }, '春节期间照常发货。'));
  add(db, draftOf(libraryId, { title: '无法办理时', shortcode: 'wfbl' }, '这个不行，规定就是这样。'));
  add(
    db,
    draftOf(libraryId, { title: '查询物流（副本）', tags: ['物流', '查询', '催单'] }, '我帮您查一下。'),
  );
  add(db, draftOf(libraryId, { title: '查询物流', tags: ['物流'] }, '我帮您查一下。'));
  const used = add(
    db,
    draftOf(
      libraryId,
      {
        title:
          '非常非常长的标题：客户在直播间下单之后要求修改收货地址、同时更换颜色尺码并且合并两个订单一起发货时怎么回复',
        shortcode: 'very-long-shortcode-for-address',
        favourite: true,
        validUntil: instant(12),
      },
      '好的，我先帮您登记。',
    ),
  );
  for (let index = 0; index < 128; index += 1) countUse(db, used, 'chat', now);
  saveDraft(db, expired, 1, draftOf(libraryId, { title: '双十一预售规则（新）' }, '改到一半。'), now);
  const context = { now, by: '小满' };
  const gone = ['已下架商品', '旧版退款说明'].map((title) =>
    add(db, draftOf(libraryId, { title }, '已经不用了。')),
  );
  applyAction(db, { kind: 'delete-replies', ids: gone }, context);
}

/** A reply that is nothing but a picture. */
export function withPictureAlone(db: WritableDatabase): void {
  const folder = mkdtempSync(join(tmpdir(), 'repartee-picture-alone-'));
  const { hash } = storeMedia(db, folder, plainPicture(200, 30, 30), new Date().toISOString());
  rmSync(folder, { recursive: true });
  const variants: ReplyDraft['variants'] = [[{ kind: 'image', hash, alt: '' }]];
  add(db, { ...draftOf(firstLibrary(db), { title: '尺码图' }, ''), variants });
}

/** A tree that goes deep and wide: `wide` categories beside each other, and a branch twelve levels deep. */
export function withManyCategories(wide: number): (db: WritableDatabase) => void {
  return (db) => {
    const libraryId = firstLibrary(db);
    const at = new Date();
    const put = (name: string, parentId: Id | null, position: number) => {
      const color = position % 3 === 0 ? '#3b82f6' : null;
      const category = { id: newId(at), libraryId, parentId, name, color, position };
      return insertCategory(db, category, at.toISOString());
    };
    db.transaction(() => {
      for (let index = 0; index < wide; index += 1) put(`类目 ${index + 1}`, null, 100 + index);
      let parent = put('一个名字特别长的分类：跨境电商售后与关税问题', null, 0);
      for (let level = 2; level <= 12; level += 1) parent = put(`第 ${level} 层分类`, parent, 0);
    })();
  };
}

/** Many short replies. */
export function withManyReplies(count: number): (db: WritableDatabase) => void {
  return (db) => {
    const libraryId = firstLibrary(db);
    db.pragma('synchronous = OFF');
    const words = ['退款', '发货', '物流', '发票', '尺码', '优惠', '换货', '地址'];
    db.transaction(() => {
      for (let index = 0; index < count; index += 1) {
        const word = words[index % words.length] ?? '';
        add(
          db,
          draftOf(
            libraryId,
            { title: `${word}问题 ${index + 1}`, tags: index % 5 === 0 ? [word] : [] },
            `您好，关于${word}的第 ${index + 1} 个问题，我马上为您处理。`,
          ),
        );
      }
    })();
  };
}

/** One reply that was saved this many times. */
export function withManyRevisions(count: number): (db: WritableDatabase) => void {
  return (db) => {
    const libraryId = firstLibrary(db);
    const content = (version: number) => draftOf(libraryId, { title: '退款多久到账' }, `第 ${version} 版`);
    const id = add(db, content(1));
    const context = { now: new Date(), by: '小满' };
    db.pragma('synchronous = OFF');
    for (let revision = 1; revision < count; revision += 1) {
      applyAction(db, { kind: 'save-reply', id, revision, draft: content(revision + 1) }, context);
    }
  };
}
