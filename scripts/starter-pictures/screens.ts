import type { Captions } from './captions-zh-cn.ts';
import { badge, bar, productThumb, stepCards, withCallouts } from './frame.ts';

function phone(title: string, body: string): string {
  return `<div class="phone"><div class="screen"><h2>${title}</h2>${body}</div></div>`;
}

/** A product with two grey lines beside it, as it stands in an order list. */
function orderRow(size: number): string {
  return `<div class="row" style="justify-content:flex-start;gap:16px">${productThumb(size)}
    <div style="flex:1;display:grid;gap:12px">${bar('90%')}${bar('55%')}</div></div>`;
}

export function orderNumber(captions: Captions): string {
  const text = captions.orderNumber;
  const rows = text.rows.map(
    (label) => `<div class="row muted" style="height:48px"><span>${label}</span>${bar('150px')}</div>`,
  );
  const body = `
    <div data-mark="0" style="margin-right:30px">${orderRow(84)}</div>
    <div style="height:2px;background:#e3e9f2;margin:20px 0"></div>
    <b data-mark="1" style="font-size:24px">${text.section}</b>
    <div class="ring" data-mark="2" style="margin:36px 0 14px;padding:6px 4px;font-size:20px">
      <div class="muted">${text.label}</div>
      <div class="row"><b style="font-size:24px">${text.number}</b><span class="pill primary">${text.copy}</span></div>
    </div>
    ${rows.join('')}`;
  return withCallouts(phone(text.screen, body), text.callouts);
}

export function trackingNumber(captions: Captions): string {
  const text = captions.trackingNumber;
  const map = `<svg viewBox="0 0 348 120" width="336" height="116" style="border-radius:14px;display:block;background:#e2edf9">
    <path d="M0 40 H348 M0 90 H348 M80 0 V120 M190 0 V120 M290 0 V120" stroke="#fff" stroke-width="8"/>
    <path d="M36 94 C100 30 170 110 300 40" fill="none" stroke="#2f6fed" stroke-width="6" stroke-dasharray="14 10"/>
    <circle cx="36" cy="94" r="11" fill="#2f6fed"/><circle cx="300" cy="40" r="15" fill="#e5393f"/>
    <circle cx="300" cy="40" r="6" fill="#fff"/></svg>`;
  const stops = text.stops.map((stop, index) => {
    const current = index === 0;
    return `<div class="row" style="justify-content:flex-start;gap:16px;height:46px;${current ? 'font-weight:700' : 'color:#5b6b86'}">
      <span style="width:18px;height:18px;border-radius:50%;background:${current ? '#2f6fed' : '#c5d0e0'}"></span>
      <span ${current ? 'data-mark="2"' : ''}>${stop}</span></div>`;
  });
  const body = `<div data-mark="0" style="margin-right:30px">${map}</div>
    <div class="ring" data-mark="1" style="margin:26px 0 20px;padding:6px 4px;font-size:20px">
      <div class="muted">${text.label}</div>
      <div class="row"><b style="font-size:24px">${text.number}</b><span class="pill primary">${text.copy}</span></div>
    </div>${stops.join('')}`;
  return withCallouts(phone(text.screen, body), text.callouts);
}

export function invoiceTitle(captions: Captions): string {
  const text = captions.invoiceTitle;
  const [personal, business] = text.kinds;
  const fields = text.fields.map(
    (field, index) => `<div class="muted" style="margin:24px 0 12px">${field.label}</div>
      <div class="field ring" data-mark="${index + 1}">${field.value}</div>`,
  );
  const body = `
    <div class="row" style="justify-content:flex-start;gap:22px;margin-top:6px">
      <span class="pill">${personal}</span>
      <span class="ring" data-mark="0"><span class="pill primary">${business}</span></span>
    </div>
    ${fields.join('')}
    <div class="muted" style="margin:24px 0 8px">${text.plainField.label}</div>
    <div class="field muted">${text.plainField.value}</div>
    <div class="pill primary" style="display:block;text-align:center;margin-top:24px;padding:10px">${text.submit}</div>`;
  return withCallouts(phone(text.screen, body), text.callouts);
}

function ringed(html: string): string {
  return `<span class="ring" style="display:inline-block">${html}</span>`;
}

function done(text: string): string {
  return `<div style="display:flex;flex-direction:column;align-items:center;gap:8px">
    <svg viewBox="0 0 80 80" width="72"><circle cx="40" cy="40" r="38" fill="#2fa866"/>
    <path d="M22 41 L35 54 L59 28" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/></svg>
    <b style="font-size:24px;text-align:center">${text}</b></div>`;
}

function orderCard(state: string, action: string): string {
  return `<div class="row"><b style="color:#c05a00">${state}</b></div>${orderRow(72)}
    <div class="row" style="justify-content:flex-end">${action}</div>`;
}

export function changeAddress(captions: Captions): string {
  const text = captions.changeAddress;
  const order = `<b>${text.orders}</b><div class="ring" style="background:#fff;border-radius:12px;padding:16px">${orderRow(72)}</div>`;
  const fields = text.fields.map(
    (label) => `<div class="field row" style="justify-content:flex-start;padding:8px 14px"><span class="muted"
      style="width:88px">${label}</span>${bar('130px')}</div>`,
  );
  const save = `<div style="text-align:center">${ringed(`<span class="pill primary">${text.save}</span>`)}</div>${done(text.saved)}`;
  return stepCards(text.steps, [
    order,
    orderCard(text.orderState, ringed(`<span class="pill">${text.edit}</span>`)),
    fields.join(''),
    save,
  ]);
}

export function returnSteps(captions: Captions): string {
  const text = captions.returnSteps;
  const kinds = text.kinds.map((kind, index) => {
    const chosen = index === 1;
    const line = `<div class="field row" style="padding:9px 16px"><span>${kind}</span><span style="width:26px;height:26px;border-radius:50%;
      border:${chosen ? '8px solid #2f6fed' : '3px solid #b8c5da'}"></span></div>`;
    return chosen ? `<div class="ring">${line}</div>` : line;
  });
  const reason = `<div class="field row"><span class="muted">${text.reason}</span><b>${text.reasonValue}</b></div>
    <div class="row" style="justify-content:flex-start;gap:20px">${productThumb(92)}
      <div class="ring thumb" style="width:92px;height:92px;background:#fff;flex-direction:column;font-size:20px">
      <b style="font-size:38px;line-height:1;color:#2f6fed">+</b>${text.photo}</div></div>`;
  const submit = `<div style="text-align:center">${ringed(`<span class="pill primary">${text.submit}</span>`)}</div>${done(text.done)}`;
  return stepCards(text.steps, [
    `${orderRow(84)}<div class="row" style="justify-content:flex-end">${ringed(`<span class="pill">${text.apply}</span>`)}</div>`,
    kinds.join(''),
    reason,
    submit,
  ]);
}

export function useCoupon(captions: Captions): string {
  const text = captions.useCoupon;
  const step = (index: number, scene: string) =>
    `<div class="card" style="flex-direction:row;align-items:center;gap:22px;padding:18px 22px">
      <header style="width:260px;min-height:0;font-size:28px">${badge(index + 1)}<span>${text.steps[index]}</span></header>
      <div class="scene" style="min-height:0;gap:12px">${scene}</div></div>`;
  const ticket = `<div class="row" style="background:#fff;border:3px dashed #e5a13a;border-radius:16px;padding:16px 22px">
    <div><b style="font-size:36px;color:#c05a00">${text.couponValue}</b> <b>${text.coupon}</b><div class="muted">${text.couponRule}</div></div>
    ${ringed(`<span class="pill primary">${text.take}</span>`)}</div>`;
  const rows = text.rows.map((label, index) => {
    const last = index === text.rows.length - 1;
    const style = last
      ? 'class="row ring" style="color:#c05a00;font-weight:700;margin-top:6px;padding:0 6px"'
      : 'class="row muted" style="padding:0 6px"';
    return `<div ${style}><span>${label}</span><span>${text.rowValues[index]}</span></div>`;
  });
  const total = `<div class="row" style="white-space:nowrap"><span><b>${text.total}</b>&nbsp; <s class="muted">${text.before}</s>&nbsp;
    ${ringed(`<b style="font-size:30px;color:#c05a00;padding:0 6px">${text.after}</b>`)}</span>
    <span class="pill primary">${text.pay}</span></div>`;
  return `<div style="display:grid;grid-template-columns:minmax(0,1fr);gap:18px">${step(0, ticket)}${step(1, rows.join(''))}${step(2, total)}</div>`;
}

export function reviewPictures(captions: Captions): string {
  const text = captions.reviewPictures;
  const star = `<svg viewBox="0 0 24 24" width="50"><path fill="#f2a71b"
    d="M12 2l3 6.6 7.2.8-5.4 4.9 1.5 7.1L12 17.8 5.7 21.4l1.5-7.1L1.8 9.4 9 8.6z"/></svg>`;
  const stars = `<div class="muted" style="text-align:center">${text.rating}</div>
    <div style="text-align:center">${ringed(`<span style="display:flex;gap:6px;padding:4px 6px">${star.repeat(5)}</span>`)}</div>`;
  const photos = `<div class="row" style="justify-content:center;gap:22px">${productThumb(124)}
    <div class="ring thumb" style="width:124px;height:124px;background:#fff;flex-direction:column;font-size:20px">
    <b style="font-size:52px;line-height:1;color:#2f6fed">+</b>${text.add}</div></div>`;
  const write = `<div class="field" style="min-height:90px">${text.text}</div>
    <div class="row" style="justify-content:flex-end">${ringed(`<span class="pill primary">${text.publish}</span>`)}</div>`;
  return stepCards(text.steps, [
    orderCard(text.received, ringed(`<span class="pill">${text.review}</span>`)),
    stars,
    photos,
    write,
  ]);
}
