"""Chinese in simplified characters: full-width signs, units without a space."""

from types import MappingProxyType

from blueprint_cli.words import Words

CHINESE = Words(
    code="zh",
    rtl=False,
    states=MappingProxyType({"current": "当前状态", "future": "未来状态"}),
    roles=MappingProxyType(
        {
            "evidence": "有形展示",
            "customer": "顾客行为",
            "frontstage": "前台",
            "backstage": "后台",
            "support": "支持过程",
        }
    ),
    actors=MappingProxyType({"system": "系统", "partner": "合作方"}),
    enablers=MappingProxyType(
        {
            "decisions": "决策",
            "policies": "政策",
            "procedures": "规程",
            "technology": "技术",
            "training": "培训",
            "insights": "洞察",
        }
    ),
    lines=MappingProxyType(
        {"interaction": "互动线", "visibility": "可视线", "internal-interaction": "内部互动线"}
    ),
    links=MappingProxyType(
        {
            "triggers": "触发",
            "needs": "需要",
            "agrees_with": "须一致",
            "implied": "然后（阅读顺序）",
        }
    ),
    linked_from=MappingProxyType(
        {"triggers": "触发来源", "needs": "需要它的", "agrees_with": "须一致"}
    ),
    goes_back="返回",
    joined=MappingProxyType(
        {
            "triggers": "“{}”触发“{}”",
            "needs": "“{}”需要“{}”",
            "agrees_with": "“{}”须与“{}”一致",
            "implied": "先“{}”，后“{}”",
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": "痛点",
            "opportunity": "机会点",
            "fail-point": "失败点",
            "wait": "顾客等待",
            "moment-of-truth": "关键时刻",
            "question": "待解问题",
        }
    ),
    statuses=MappingProxyType(
        {"planned": "已计划", "doing": "进行中", "done": "已完成", "dropped": "已放弃"}
    ),
    severity="严重度 {}（共 5 级）",
    legend="图例",
    owner="负责人：{}",
    reviewed="审阅：{}",
    arrivals="到达：{}",
    persona="面向：{}",
    capacity="容量：{}",
    importance="重要度 {}（共 5 级）",
    takes="用时 {}",
    waits="等待 {}",
    tolerates="可容忍 {}",
    costs="成本 {}",
    uses="使用：{}",
    via="渠道：{}",
    policy="政策：{}",
    recovery="补救：{}",
    in_detail="详见：{}",
    when="条件：{}",
    target="目标 {}",
    emotion="情绪",
    feelings=("很差", "较差", "一般", "较好", "很好"),
    thoughts="所想、所感、所说",
    touchpoints="触点",
    evidence="有形展示",
    time="时间",
    in_sight="可见工作",
    behind="幕后工作",
    total="顾客累计",
    units=("周", "天", "小\N{WORD JOINER}时", "分\N{WORD JOINER}钟", "秒"),
    picture="服务蓝图",
    phase="阶段",
    step="步骤",
    lane="泳道",
    steps="步骤",
    lanes="泳道",
    shown="显示：{}",
    left_out="未显示：{}",
    of="{}/{}",
    some_lanes="{}/{} 条泳道",
    some_steps="{}/{} 个步骤",
    some_actions="{}/{} 个行为",
    tagged="标签：{}",
    focus="焦点：{}",
    parts=MappingProxyType(
        {
            "title": "标题",
            "phases": "阶段",
            "emotion": "情绪",
            "thoughts": "想法",
            "evidence": "有形展示",
            "marks": "标记",
            "notes": "说明",
            "details": "细节",
            "time": "时间",
            "links": "连线",
            "labels": "连线名称",
            "legend": "图例",
        }
    ),
    page="第 {} 页，共 {} 页",
    search="搜索",
    zoom_in="放大",
    zoom_out="缩小",
    whole="查看全图",
    nothing_found="未找到结果",
    close="关闭",
    changes=MappingProxyType(
        {
            "added": "新增",
            "removed": "删除",
            "moved": "移至此处",
            "left": "由此移走",
            "changed": "更改",
        }
    ),
    was="原为{}",
    moved_from="原在{}",
    moved_to="现位于{}",
    was_behind="原在{}之后",
    was_first="原为首位",
    now_behind="现位于{}之后",
    now_first="现为首位",
    keys=MappingProxyType(
        {
            "note": "备注",
            "tags": "标签",
            "links": "链接",
            "sources": "来源",
            "description": "说明",
            "scenario": "情景",
            "thinks": "所想",
            "feels": "所感",
            "role": "角色",
            "actor": "执行者",
            "color": "颜色",
            "cost_rate": "每小时成本",
            "frequency": "受影响顾客",
            "causes": "起因",
            "quote": "原话",
            "since": "始于",
            "impact": "效果",
            "effort": "投入",
            "solves": "解决",
            "due": "期限",
            "value": "数值",
            "unit": "单位",
            "better": "更优",
            "goals": "目标",
            "kind": "类型",
            "review_every": "审阅周期",
            "currency": "货币",
            "resource": "资源",
            "metric": "指标",
        }
    ),
    values=MappingProxyType(
        {
            "open": "未处理",
            "people": "人员",
            "higher": "越高",
            "lower": "越低",
        }
    ),
    colon="：",
    comma="、",
    quotes=("“", "”"),
    gap="\N{WORD JOINER}",
    aside="（{}）",
    dash="～\N{WORD JOINER}",
)
