import { chromium } from "playwright-core";
const out="/tmp/s1"; const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--headless"]});
for (const [w,h] of [[390,780],[1280,860]]) for (const scheme of ["light","dark"]) {
  const c=await b.newContext({viewport:{width:w,height:h},colorScheme:scheme}); const p=await c.newPage();
  const page=async(q,n)=>{ await p.goto(`file://${out}/search/index.html?q=${encodeURIComponent(q)}`); await p.waitForTimeout(900); await p.screenshot({path:`/tmp/shots/page-${n}-${w}-${scheme}.png`}); };
  const box=async(q,n)=>{ await p.goto(`file://${out}/index.html`); await p.click("#search-open"); await p.waitForSelector("dialog[open]"); if(q) await p.keyboard.type(q); await p.waitForTimeout(900); await p.screenshot({path:`/tmp/shots/box-${n}-${w}-${scheme}.png`}); };
  await page("大模型","results"); if (scheme==="light") { await page("信同院","heard"); await page("zzzzqq","none"); } await box("信通院","results"); if (scheme==="light"||w===390) { await box("知识涂朴","heard"); await box("zzzzqq","none"); await box("","empty"); } await c.close(); }
await b.close();
