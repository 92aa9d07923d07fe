"""Japanese: full-width signs, corner quotes, units without a space."""

from types import MappingProxyType

from blueprint_cli.words import Words

JAPANESE = Words(
    code="ja",
    rtl=False,
    states=MappingProxyType({"current": "現状", "future": "将来像"}),
    roles=MappingProxyType(
        {
            "evidence": "物的証拠",
            "customer": "顧客の行動",
            "frontstage": "フロントステージ",
            "backstage": "バックステージ",
            "support": "サポートプロセス",
        }
    ),
    actors=MappingProxyType({"system": "システム", "partner": "パートナー"}),
    enablers=MappingProxyType(
        {
            "decisions": "意思決定",
            "policies": "方針",
            "procedures": "手順",
            "technology": "技術",
            "training": "研修",
            "insights": "気づき",
        }
    ),
    lines=MappingProxyType(
        {
            "interaction": "相互作用線",
            "visibility": "可視線",
            "internal-interaction": "内部相互作用線",
        }
    ),
    links=MappingProxyType(
        {
            "triggers": "引き起こす",
            "needs": "必要とする",
            "agrees_with": "一致が必要",
            "implied": "次に（読む順）",
        }
    ),
    linked_from=MappingProxyType(
        {"triggers": "きっかけ", "needs": "必要とする側", "agrees_with": "一致が必要"}
    ),
    goes_back="前に戻る",
    joined=MappingProxyType(
        {
            "triggers": "「{}」が「{}」を引き起こす",
            "needs": "「{}」には「{}」が必要",
            "agrees_with": "「{}」は「{}」と一致が必要",
            "implied": "「{}」の次に「{}」",
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": "ペインポイント",
            "opportunity": "機会",
            "fail-point": "失敗ポイント",
            "wait": "顧客の待ち",
            "moment-of-truth": "真実の瞬間",
            "question": "未解決の問い",
        }
    ),
    statuses=MappingProxyType(
        {"planned": "予定", "doing": "対応中", "done": "完了", "dropped": "見送り"}
    ),
    severity="深刻度 {}（5段階）",
    legend="凡例",
    owner="担当：{}",
    reviewed="見直し：{}",
    arrivals="来客：{}",
    persona="対象：{}",
    capacity="対応能力：{}",
    importance="重要度 {}（5段階）",
    takes="所要 {}",
    waits="待ち {}",
    tolerates="許容 {}",
    costs="費用 {}",
    uses="使用：{}",
    via="経路：{}",
    policy="方針：{}",
    recovery="リカバリー：{}",
    in_detail="詳細：{}",
    when="条件：{}",
    target="目標 {}",
    emotion="感情",
    feelings=("とても悪い", "悪い", "普通", "良い", "とても良い"),
    thoughts="思考・感情・発言",
    touchpoints="タッチポイント",
    evidence="物的証拠",
    time="時間",
    in_sight="見える作業",
    behind="見えない作業",
    total="顧客の累計",
    units=("週\N{WORD JOINER}間", "日", "時\N{WORD JOINER}間", "分", "秒"),
    picture="サービスブループリント",
    phase="フェーズ",
    step="ステップ",
    lane="レーン",
    steps="ステップ",
    lanes="レーン",
    shown="表示：{}",
    left_out="非表示：{}",
    of="{}/{}",
    some_lanes="{}/{} レーン",
    some_steps="{}/{} ステップ",
    some_actions="{}/{} 行動",
    tagged="タグ：{}",
    focus="注目：{}",
    parts=MappingProxyType(
        {
            "title": "タイトル",
            "phases": "フェーズ",
            "emotion": "感情",
            "thoughts": "思考",
            "evidence": "物的証拠",
            "marks": "マーク",
            "notes": "注記",
            "details": "詳細",
            "time": "時間",
            "links": "つながり",
            "labels": "つながりの名前",
            "legend": "凡例",
        }
    ),
    page="{}/{} ページ",
    search="検索",
    zoom_in="拡大",
    zoom_out="縮小",
    whole="全体を表示",
    nothing_found="見つかりません",
    close="閉じる",
    changes=MappingProxyType(
        {
            "added": "追加",
            "removed": "削除",
            "moved": "ここへ移動",
            "left": "ここから移動",
            "changed": "変更",
        }
    ),
    was="以前は{}",
    moved_from="{}から",
    moved_to="現在は{}",
    was_behind="以前は{}の後",
    was_first="以前は先頭",
    now_behind="現在は{}の後",
    now_first="現在は先頭",
    keys=MappingProxyType(
        {
            "note": "メモ",
            "tags": "タグ",
            "links": "リンク",
            "sources": "出典",
            "description": "説明",
            "scenario": "シナリオ",
            "thinks": "思うこと",
            "feels": "感じること",
            "role": "役割",
            "actor": "担い手",
            "color": "色",
            "cost_rate": "時間単価",
            "frequency": "影響を受ける顧客",
            "causes": "原因",
            "quote": "発言",
            "since": "時期",
            "impact": "効果",
            "effort": "労力",
            "solves": "解決",
            "due": "期限",
            "value": "値",
            "unit": "単位",
            "better": "望ましい方向",
            "goals": "目標",
            "kind": "種類",
            "review_every": "見直しの間隔",
            "currency": "通貨",
            "resource": "リソース",
            "metric": "指標",
        }
    ),
    values=MappingProxyType(
        {
            "open": "未対応",
            "people": "人",
            "higher": "高い",
            "lower": "低い",
        }
    ),
    colon="：",
    comma="、",
    quotes=("「", "」"),
    gap="\N{WORD JOINER}",
    aside="（{}）",
    dash="〜\N{WORD JOINER}",
)
