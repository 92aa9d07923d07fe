"""Arabic, read from right to left, with the figures 0 to 9."""

from types import MappingProxyType

from blueprint_cli.words import Words

ARABIC = Words(
    code="ar",
    rtl=True,
    states=MappingProxyType({"current": "الوضع الحالي", "future": "الوضع المستقبلي"}),
    roles=MappingProxyType(
        {
            "evidence": "الشواهد المادية",
            "customer": "أفعال العميل",
            "frontstage": "الواجهة الأمامية",
            "backstage": "خلف الكواليس",
            "support": "عمليات الدعم",
        }
    ),
    actors=MappingProxyType({"system": "نظام", "partner": "شريك"}),
    enablers=MappingProxyType(
        {
            "decisions": "القرارات",
            "policies": "السياسات",
            "procedures": "الإجراءات",
            "technology": "التقنية",
            "training": "التدريب",
            "insights": "الرؤى",
        }
    ),
    lines=MappingProxyType(
        {
            "interaction": "خط التفاعل",
            "visibility": "خط الرؤية",
            "internal-interaction": "خط التفاعل الداخلي",
        }
    ),
    links=MappingProxyType(
        {
            "triggers": "يُطلق",
            "needs": "يحتاج إلى",
            "agrees_with": "يجب أن يتوافق مع",
            "implied": "ثم (ترتيب القراءة)",
        }
    ),
    linked_from=MappingProxyType(
        {"triggers": "يُطلقه", "needs": "يحتاج إليه", "agrees_with": "يجب أن يتوافق مع"}
    ),
    goes_back="يعود إلى الوراء",
    joined=MappingProxyType(
        {
            "triggers": "«{}» يُطلق «{}»",
            "needs": "«{}» يحتاج إلى «{}»",
            "agrees_with": "«{}» يجب أن يتوافق مع «{}»",
            "implied": "«{}»، ثم «{}»",
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": "نقطة ألم",
            "opportunity": "فرصة",
            "fail-point": "نقطة إخفاق",
            "wait": "انتظار العميل",
            "moment-of-truth": "لحظة الحقيقة",
            "question": "سؤال مفتوح",
        }
    ),
    statuses=MappingProxyType(
        {"planned": "مخطط له", "doing": "قيد التنفيذ", "done": "مكتمل", "dropped": "ملغى"}
    ),
    severity="الشدة {} من 5",
    legend="مفتاح الرسم",
    owner="المسؤول: {}",
    reviewed="تاريخ المراجعة: {}",
    arrivals="الوافدون: {}",
    persona="الشخصية: {}",
    capacity="السعة {}",
    importance="الأهمية {} من 5",
    takes="المدة {}",
    waits="الانتظار {}",
    tolerates="حد الاحتمال {}",
    costs="التكلفة {}",
    uses="يستخدم {}",
    via="عبر {}",
    policy="السياسة: {}",
    recovery="المعالجة: {}",
    in_detail="بالتفصيل: {}",
    when="إذا: {}",
    target="الهدف {}",
    emotion="المشاعر",
    feelings=("سيئ جدًا", "سيئ", "محايد", "جيد", "جيد جدًا"),
    thoughts="يفكر، يشعر، يقول",
    touchpoints="نقاط التواصل",
    evidence="الشواهد المادية",
    time="الوقت",
    in_sight="العمل المرئي",
    behind="العمل خلف الخط",
    total="العميل حتى الآن",
    units=("أسبوع", "يوم", "س", "د", "ث"),
    picture="مخطط الخدمة",
    phase="المرحلة",
    step="الخطوة",
    lane="المسار",
    steps="الخطوات",
    lanes="المسارات",
    shown="المعروض: {}",
    left_out="غير معروض: {}",
    of="{} من {}",
    some_lanes="المسارات: {} من {}",
    some_steps="الخطوات: {} من {}",
    some_actions="الأفعال: {} من {}",
    tagged="بالوسم {}",
    focus="محل التركيز: {}",
    parts=MappingProxyType(
        {
            "title": "العنوان",
            "phases": "المراحل",
            "emotion": "المشاعر",
            "thoughts": "الأفكار",
            "evidence": "الشواهد المادية",
            "marks": "العلامات",
            "notes": "الملاحظات",
            "details": "التفاصيل",
            "time": "الوقت",
            "links": "الروابط",
            "labels": "أسماء الروابط",
            "legend": "مفتاح الرسم",
        }
    ),
    page="الصفحة {} من {}",
    search="بحث",
    zoom_in="تكبير",
    zoom_out="تصغير",
    whole="الصورة كاملة",
    nothing_found="لا توجد نتائج",
    close="إغلاق",
    changes=MappingProxyType(
        {
            "added": "جديد",
            "removed": "محذوف",
            "moved": "نُقل إلى هنا",
            "left": "نُقل من هنا",
            "changed": "معدّل",
        }
    ),
    was="كان {}",
    moved_from="من {}",
    moved_to="الآن في {}",
    was_behind="كان بعد {}",
    was_first="كان في البداية",
    now_behind="الآن بعد {}",
    now_first="الآن في البداية",
    keys=MappingProxyType(
        {
            "note": "ملاحظة",
            "tags": "الوسوم",
            "links": "الروابط",
            "sources": "المصادر",
            "description": "الوصف",
            "scenario": "السيناريو",
            "thinks": "يفكر",
            "feels": "يشعر",
            "role": "الدور",
            "actor": "المنفّذ",
            "color": "اللون",
            "cost_rate": "التكلفة في الساعة",
            "frequency": "نسبة العملاء",
            "causes": "السبب",
            "quote": "اقتباس",
            "since": "منذ",
            "impact": "الأثر",
            "effort": "الجهد",
            "solves": "يحل",
            "due": "الموعد النهائي",
            "value": "القيمة",
            "unit": "الوحدة",
            "better": "الأفضل",
            "goals": "الأهداف",
            "kind": "النوع",
            "review_every": "دورية المراجعة",
            "currency": "العملة",
            "resource": "المورد",
            "metric": "المؤشر",
        }
    ),
    values=MappingProxyType(
        {
            "open": "مفتوح",
            "people": "أشخاص",
            "higher": "أعلى",
            "lower": "أدنى",
        }
    ),
    comma="، ",
    quotes=("«", "»"),
)
