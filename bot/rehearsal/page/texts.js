// What the page says, and how it writes days, times and sizes.

export const ERRORS = {
  empty: "没有可以发送的内容。",
  blocked: "此人已屏蔽机器人，先解除屏蔽。",
  not_member: "此人不在这个群里。",
  not_yours: "只能修改自己的消息。",
  unchanged: "内容没有变化。",
  no_button: "这个按钮已经不在了。",
  clock_back: "时钟不能往回拨。",
  clock_wish: "还不知道下一个时点。",
  refused: "这个文件发不出去：要么太大，要么不是图片。",
  network: "排练服务器没有回应，正在重新连接。",
};

export const TEXTS = {
  botTitle: "机器人",
  playing: (name, role) => `你是 ${name}${role ? ` · ${role}` : ""}`,
  members: (count, botIn) => `${count} 人${botIn ? "和机器人" : "，机器人不在群里"}`,
  typing: "正在输入…",
  working: "正在准备…",
  start: "开始",
  unblock: "解除屏蔽",
  bringBot: "把机器人拉进群",
  notIn: "此人不在群里",
  menu: {
    block: "屏蔽机器人",
    unblock: "解除屏蔽",
    bring: "把机器人拉进群",
    remove: "把机器人移出群",
    tab: "在新标签页打开",
  },
  edited: "已编辑",
  reply: "回复",
  edit: "编辑",
  editing: "编辑消息",
  photo: "[图片]",
  document: "[文件]",
  location: "[位置]",
  place: "位置",
  earlier: "更早的消息",
  quiet: "还没有消息",
  hello: "这里还没有消息。",
  sendFirst: "按“开始”和机器人打招呼。",
  copied: "已复制",
  service: {
    new_chat_members: (name) => `${name} 把机器人拉进了群`,
    left_chat_member: (name) => `${name} 离开了群`,
    migrate_to_chat_id: () => "本群已升级为超级群",
    migrate_from_chat_id: () => "本群由普通群升级而来",
  },
  due: (when) => `拨到 ${when}`,
  noDue: "机器人还没有报告下一个时点",
};

const ZONE = { value: "Asia/Shanghai" };

export function useZone(zone) {
  ZONE.value = zone;
}

function parts(moment, options) {
  const format = new Intl.DateTimeFormat("zh-CN", { timeZone: ZONE.value, ...options });
  return Object.fromEntries(format.formatToParts(moment).map((part) => [part.type, part.value]));
}

export function timeOf(moment) {
  const { hour, minute } = parts(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${hour}:${minute}`;
}

export function dayOf(moment) {
  const { year, month, day, weekday } = parts(moment, {
    year: "numeric", month: "numeric", day: "numeric", weekday: "short",
  });
  return `${year}年${month}月${day}日 ${weekday}`;
}

export function shortDayOf(moment) {
  const { month, day } = parts(moment, { month: "numeric", day: "numeric" });
  return `${month}月${day}日`;
}

export function dayKey(moment) {
  return dayOf(moment);
}

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
