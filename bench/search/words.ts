/*
 * Word lists for the generated library. Own wording; sizes are chosen so that titles repeat as they do in real libraries:
 * many replies about the same thing, told apart by product, place or occasion.
 */
function list(text: string): string[] {
  return text.trim().split(/\s+/);
}

export const products =
  list(`保温壶 登山包 儿童手表 空气炸锅 扫地机 电饭锅 蓝牙音箱 无线鼠标 机械键盘 显示屏 平板支架 充电线 移动电源
  护眼台灯 加湿器 除螨仪 电热毯 羽绒被 乳胶枕 床单 蚊帐 窗帘布 地垫 收纳盒 衣架 晾衣杆 雨衣 遮阳伞 运动鞋 帆布鞋 皮鞋 拖鞋 棉袜
  长裤 短袖 外套 毛衣 围巾 帽子 皮带 行李箱 斜挎包 钱夹 眼镜框 太阳镜 项链 手镯 口红 面霜 精华液 洗发露 沐浴乳 牙膏 剃须刀 吹风筒
  体脂秤 血糖仪 奶瓶 婴儿车 爬行垫 积木 绘本 彩笔 书包 篮球 羽毛球 瑜伽球 跳绳 鱼竿 帐篷 睡袋 狗粮 猫砂 鱼缸 茶具 咖啡杯 炒菜锅
  菜板 刀具 保鲜袋 大米 花生油 酱料 坚果 饼干 巧克力 牛奶 蜂蜜 红茶 绿茶 行车仪 轮胎 车衣 螺丝刀 电钻 油漆桶 门锁 水龙头 马桶盖`);

export const traits =
  list(`加大 加绒 薄款 防水 静音 便携 折叠 智能 迷你 双人 单人 儿童 男款 女款 长款 短款 春季 秋冬 进口 手工 定制
  礼盒 家用 车用 户外 学生 旅行 复古 简约 升级 经典 入门 专业 无糖 低脂 有机 环保 速干 透气 重力 可调 免安装 大容量`);

export const topics =
  list(`退款进度 退货地址 换货流程 补寄配件 发票抬头 专票资料 物流停滞 催促发货 修改地址 取消订单 合并付款 优惠叠加
  满减凑单 价保申请 差价补偿 尺码推荐 颜色偏差 材质成分 清洗方法 保养建议 使用步骤 安装预约 维修网点 质保期限 配件价格 缺货到货
  预售时间 定金规则 尾款提醒 会员升级 积分过期 生日礼券 签收异常 丢件赔付 破损举证 错发处理 漏发补寄 拒收说明 自提点位 送货时段
  海外运费 关税说明 实名认证 密码重置 账号冻结 绑定手机 评价奖励 差评回访 投诉受理 平台介入 催付话术 议价回应 客套开场 结束道别
  节日祝福 稍等安抚 转接专员 下班留言 假期安排 活动预告 直播福利 赠品领取 抽奖结果 企业团购 合同盖章 对公汇款 样品寄送 检测报告
  真伪查询 批次日期 保质期限 过敏提醒 孕妇适用 充电异常 开机无反应 连接断开 噪音偏大 漏水处理 掉色说明 起球原因 线头处理 异味消散
  屏幕碎裂 电池鼓包 固件升级 恢复出厂 行程改签 长度测量 重量说明 银行退回 音乐会员 调货周期 还款日期`);

export const occasions =
  list(`简版 详版 首次回复 二次跟进 安抚版 正式版 短信版 电话版 邮件版 直播间 夜班 周末 双十一 年货节 六一八 新客
  老客 企业版 淘宝 京东 拼多多 抖音 微信`);

export const places = list(
  `北京仓 上海仓 广州仓 深圳仓 成都仓 重庆仓 武汉仓 西安仓 杭州仓 南京仓 天津仓 长沙仓 沈阳仓 昆明仓 厦门仓 香港仓`,
);

export const carriers = list('顺丰 中通 圆通 韵达 申通 极兔 邮政 德邦 京东快递 菜鸟裹裹');

export const causes = list(
  '暴雨天气 仓库盘点 订单激增 系统升级 道路管制 海关抽检 供应商延期 包装破损 地址不全 电话关机',
);

export const openings = list(
  '您好 亲 亲爱的顾客 抱歉让您久等了 感谢您的耐心 收到您的消息了 欢迎光临小店 辛苦您了',
);

export const closings = list(
  '有问题随时找我们 祝您生活愉快 感谢您的理解 期待再次为您服务 麻烦您稍等片刻 我们会跟进到底',
);

/** Sentences of a body: `{p}` product, `{t}` topic, `{c}` carrier, `{w}` place, `{r}` cause, `{n}` a number. */
export const sentences = `您的{p}已从{w}发出，由{c}承运，大约{n}天送到
因为{r}，{c}的包裹在路上多停留了{n}天
关于{t}，专员会在{n}小时之内给您答复
请把{p}的照片和快递面单一起发过来，方便核对
{p}支持{n}天无理由退换，吊牌请保留完整
退款会按原路回到付款账户，银行处理需要{n}个工作日
新的单号稍后发到您的手机，{c}会提前联系
如果{p}还是不能用，请先断电{n}分钟再试一次
这笔差价{n}元已经登记，今晚之前到账
{p}目前缺货，{w}预计{n}号补到，可以先帮您登记
开票资料请写清抬头、税号和邮箱，{n}天内发出
您反映的{t}已经转给主管，会有专人回电
满{n}件可以享受团购价，具体请看{t}页面
清洗{p}时水温不要超过{n}度，避免暴晒
{w}周末正常发货，下午{n}点前付款当天出库`.split('\n');

export const categories: [name: string, code: string][] = [
  ['退款退货', 'tk'],
  ['物流快递', 'wl'],
  ['售前咨询', 'sq'],
  ['售后维修', 'sh'],
  ['发票合同', 'fp'],
  ['活动优惠', 'hd'],
  ['会员账号', 'hy'],
  ['安抚投诉', 'af'],
  ['问候道别', 'wh'],
  ['尺码材质', 'cm'],
  ['跨境清关', 'kj'],
  ['企业采购', 'qy'],
];

export const englishProducts =
  list(`kettle backpack watch fryer vacuum cooker speaker mouse keyboard monitor stand cable powerbank lamp
  humidifier blanket pillow curtain rug hanger raincoat umbrella sneakers boots slippers socks trousers jacket sweater scarf belt suitcase
  wallet glasses necklace lipstick cream serum shampoo toothpaste razor dryer scale bottle stroller blocks pencils schoolbag basketball
  tent teapot mug pan knife rice honey tea tire drill lock faucet`);

export const englishTraits =
  list(`waterproof foldable portable silent wireless compact travel outdoor kids womens mens classic premium organic
  handmade imported adjustable rechargeable lightweight vintage`);

export const englishTopics = `refund progress
return address
exchange steps
missing accessory
invoice details
stuck shipment
faster dispatch
address correction
cancel order
coupon stacking
price protection
size advice
color difference
washing instructions
assembly booking
warranty period
restock date
preorder schedule
loyalty points
parcel lost
damaged on arrival
wrong article
customs fees
identity check
password reset
account frozen
review reward
complaint received
platform dispute
friendly greeting
closing words
holiday opening hours
please wait
transfer to specialist
wholesale discount
signed contract
bank transfer
sample request
battery swelling
firmware upgrade
factory reset
strange smell`.split('\n');

export const englishOccasions = list(
  'short detailed chat email phone weekend holiday newcomer regular Europe America final',
);

export const englishCategories = list(
  'Returns Delivery Presales Service Billing Offers Accounts Complaints Greetings Sizing Customs Business',
);

export const englishSentences = `your {p} left our warehouse and should arrive in {n} days
we passed the {t} to a specialist who answers within {n} hours
please send a picture of the {p} and of the label
the money goes back to your account within {n} working days
the {p} can be returned within {n} days if the tag is still on
we noted a difference of {n} dollars and will pay it tonight
the {p} is sold out until the {n}th, shall we let you know
switch the {p} off for {n} minutes and try again
parcels to islands take {n} days longer`.split('\n');
