<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Decisions</name>
    <message>
        <source>New payment</source>
        <translation>دفعة جديدة</translation>
    </message>
    <message>
        <source>%1 created it at %2.</source>
        <translation>أنشأها ⁨%1⁩ في ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Cancel the payment</source>
        <translation>إلغاء الدفعة</translation>
    </message>
    <message>
        <source>%1 cancelled it at %2.</source>
        <translation>ألغاها ⁨%1⁩ في ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Reissue the payment</source>
        <translation>إعادة إصدار الدفعة</translation>
    </message>
    <message>
        <source>%1 reissued it at %2.</source>
        <translation>أعاد ⁨%1⁩ إصدارها في ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Hold the payment</source>
        <translation>تعليق الدفعة</translation>
    </message>
    <message>
        <source>%1 put it on hold at %2.</source>
        <translation>علّقها ⁨%1⁩ في ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Release the hold</source>
        <translation>رفع التعليق</translation>
    </message>
    <message>
        <source>%1 released a hold at %2.</source>
        <translation>رفع ⁨%1⁩ تعليقًا في ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Link a transfer</source>
        <translation>ربط تحويل</translation>
    </message>
    <message>
        <source>%1 linked a transfer at %2.</source>
        <translation>ربط ⁨%1⁩ تحويلًا في ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Resolve the case</source>
        <translation>حل القضية</translation>
    </message>
    <message>
        <source>%1 resolved the case at %2.</source>
        <translation>حلّ ⁨%1⁩ القضية في ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Done. A second person has to confirm it.</source>
        <translation>تم. يجب أن يؤكده شخص ثانٍ.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>تم.</translation>
    </message>
    <message>
        <source>%1 It is taken back as soon as the database answers.</source>
        <extracomment>%1 is a sentence that says why the database doesn&apos;t answer.</extracomment>
        <translation>‏⁨%1⁩ سيتم التراجع عنه فور استجابة قاعدة البيانات.</translation>
    </message>
    <message>
        <source>%1 What you entered is kept and asked again by itself.</source>
        <extracomment>%1 is a sentence that says why the database doesn&apos;t answer.</extracomment>
        <translation>‏⁨%1⁩ ما أدخلته محفوظ ويُعاد طلبه تلقائيًا.</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>جارٍ التراجع…</translation>
    </message>
    <message>
        <source>Waiting for the engine since %1 UTC. Nothing has been changed yet.</source>
        <extracomment>%1 is a time of day in UTC.</extracomment>
        <translation>في انتظار المحرّك منذ ⁨%1⁩ بالتوقيت العالمي. لم يتغير شيء بعد.</translation>
    </message>
    <message>
        <source>Deciding…</source>
        <translation>جارٍ اتخاذ القرار…</translation>
    </message>
    <message>
        <source>First was %1 (%2) at %3.</source>
        <extracomment>A person or the engine, what was written into the journal, a time.</extracomment>
        <translation>سبقه ⁨%1⁩ ‏(⁨%2⁩) في ⁨%3⁩.</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>لم يُرسل بعد</translation>
    </message>
    <message>
        <source>waiting since %1</source>
        <extracomment>%1 is a time of day in UTC, hours and minutes.</extracomment>
        <translation>في الانتظار منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>deciding…</source>
        <translation>جارٍ اتخاذ القرار…</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>حفظ العرض</translation>
    </message>
    <message>
        <source>%1 saved it at %2.</source>
        <translation>حفظه ⁨%1⁩ في ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>حذف العرض</translation>
    </message>
    <message>
        <source>%1 deleted it at %2.</source>
        <translation>حذفه ⁨%1⁩ في ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Backfill</source>
        <translation>إعادة قراءة كتل</translation>
    </message>
    <message>
        <source>%1 had it read again at %2.</source>
        <translation>طلب ⁨%1⁩ قراءتها من جديد في ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Test a source</source>
        <translation>اختبار مصدر</translation>
    </message>
    <message>
        <source>%1 had a source tested at %2.</source>
        <translation>طلب ⁨%1⁩ اختبار مصدر في ⁨%2⁩.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Name the file that is to be written.</source>
        <translation>حدّد الملف المراد كتابته.</translation>
    </message>
    <message>
        <source>Type the whole path, or choose the place with Browse.</source>
        <translation>اكتب المسار كاملًا أو اختر المكان من «استعراض».</translation>
    </message>
    <message>
        <source>This is a folder. Add the name of a file to it.</source>
        <translation>هذا مجلد. أضف إليه اسم ملف.</translation>
    </message>
    <message>
        <source>This folder isn&apos;t there. Make it first, or choose another one.</source>
        <translation>هذا المجلد غير موجود. أنشئه أولًا أو اختر غيره.</translation>
    </message>
    <message>
        <source>You may not write into this folder. Choose another one.</source>
        <translation>ليس لديك إذن بالكتابة في هذا المجلد. اختر غيره.</translation>
    </message>
    <message>
        <source>This file is there and can&apos;t be replaced. Choose another name.</source>
        <translation>هذا الملف موجود ولا يمكن استبداله. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>A file of this name is there. Choose another name, or say that it is replaced.</source>
        <translation>يوجد ملف بهذا الاسم. اختر اسمًا آخر أو اطلب استبداله.</translation>
    </message>
    <message>
        <source>That is more than a workbook holds. Choose CSV or JSON, or a smaller filter.</source>
        <translation>هذا أكثر مما يتسع له المصنّف. اختر CSV أو JSON أو عامل تصفية أضيق.</translation>
    </message>
    <message>
        <source>The file can&apos;t be written. Choose another place.</source>
        <translation>تتعذر كتابة الملف. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>The file can&apos;t be written: %1. Free some space, or choose another place.</source>
        <extracomment>%1 is the system&apos;s word for what is wrong, such as &quot;No space left on device&quot;.</extracomment>
        <translation>تتعذر كتابة الملف: ⁨%1⁩. أفرغ بعض المساحة أو اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>less than 10 s left</source>
        <translation>بقي أقل من 10 ث</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>بقي نحو ⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>بقي نحو ⁨%1⁩ د</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>القضية</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>التعليق</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>الرصد</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>التأكيد</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>الاعتراف</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>التنفيذ</translation>
    </message>
    <message>
        <source>Rail</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>الممر</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>التاجر</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>المستحق</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>المستلم</translation>
    </message>
    <message>
        <source>Amount confirmed</source>
        <translation>المبلغ المؤكد</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>المتبقي</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>التأكيدات</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>تاريخ الإنشاء</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>الموعد النهائي</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>آخر تغيير</translation>
    </message>
    <message>
        <source>Confirmed at</source>
        <translation>تأكدت في</translation>
    </message>
    <message>
        <source>Final at</source>
        <translation>صارت نهائية في</translation>
    </message>
    <message>
        <source>Released at</source>
        <translation>أُفرج عنها في</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>الدفعة</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>الارتباط</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>المعاملة</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A range with both its ends: amounts, times, numbers.</extracomment>
        <translation>من ⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 isn&apos;t “%2”</source>
        <translation>‏⁨%1⁩ ليس «⁨%2⁩»</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t contain “%2”</source>
        <translation>‏⁨%1⁩ لا يحتوي على «⁨%2⁩»</translation>
    </message>
    <message>
        <source>%1 is exactly “%2”</source>
        <translation>‏⁨%1⁩ يساوي «⁨%2⁩» تمامًا</translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <translation>‏⁨%1⁩ يحتوي على «⁨%2⁩»</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1: none of %2</source>
        <extracomment>Field, then several values, with commas.</extracomment>
        <translation>‏⁨%1⁩: لا شيء من ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1: not %2</source>
        <translation>‏⁨%1⁩: ليس ⁨%2⁩</translation>
    </message>
    <message>
        <source>There is no field “%1”. To search for these words as they are, put them in quotes.</source>
        <translation>لا يوجد حقل «⁨%1⁩». للبحث عن هذه الكلمات كما هي ضعها بين علامتي اقتباس.</translation>
    </message>
    <message>
        <source>There is no field “%1”. Did you mean %3?</source>
        <translation>لا يوجد حقل «⁨%1⁩». هل تقصد ⁨%3⁩؟</translation>
    </message>
    <message>
        <source>“%1” is no value of the field “%2”.</source>
        <translation>‏«⁨%1⁩» ليست قيمة للحقل «⁨%2⁩».</translation>
    </message>
    <message>
        <source>“%1” is no value of the field “%2”. It can be %3.</source>
        <translation>‏«⁨%1⁩» ليست قيمة للحقل «⁨%2⁩». القيم الممكنة: ⁨%3⁩.</translation>
    </message>
    <message>
        <source>The field “%2” needs a value.</source>
        <translation>يحتاج الحقل «⁨%2⁩» إلى قيمة.</translation>
    </message>
    <message>
        <source>The field “%2” needs a value, such as %3.</source>
        <translation>يحتاج الحقل «⁨%2⁩» إلى قيمة، مثل ⁨%3⁩.</translation>
    </message>
    <message>
        <source>“%1” needs a field before it, as in amount&gt;100.</source>
        <translation>يحتاج «⁨%1⁩» إلى حقل قبله، كما في amount&gt;100.</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t go with the field “%2”.</source>
        <translation>‏«⁨%1⁩» لا يناسب الحقل «⁨%2⁩».</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t go with the field “%2”. Write %3 instead.</source>
        <translation>‏«⁨%1⁩» لا يناسب الحقل «⁨%2⁩». اكتب ⁨%3⁩ بدلًا منه.</translation>
    </message>
    <message>
        <source>A comparison has one value. Write “%2” again for another.</source>
        <translation>للمقارنة قيمة واحدة. اكتب «⁨%2⁩» مرة أخرى لقيمة أخرى.</translation>
    </message>
    <message>
        <source>“%1” is no id. Copy the whole of it.</source>
        <translation>‏«⁨%1⁩» ليس معرّفًا. انسخه كاملًا.</translation>
    </message>
    <message>
        <source>“%1” is no address. Copy the whole of it: one letter that is wrong makes it another&apos;s.</source>
        <translation>‏«⁨%1⁩» ليس عنوانًا. انسخه كاملًا: حرف واحد خاطئ يجعله عنوان شخص آخر.</translation>
    </message>
    <message>
        <source>“%1” is no transaction hash: that is 64 digits from 0 to 9 and a to f.</source>
        <translation>‏«⁨%1⁩» ليست بصمة معاملة: فهي 64 خانة من 0 إلى 9 ومن a إلى f.</translation>
    </message>
    <message>
        <source>“%1” is no amount.</source>
        <translation>‏«⁨%1⁩» ليس مبلغًا.</translation>
    </message>
    <message>
        <source>“%1” is no amount. Write it as in %3, with a point and no spaces.</source>
        <translation>‏«⁨%1⁩» ليس مبلغًا. اكتبه كما في ⁨%3⁩، بنقطة ودون مسافات.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>‏«⁨%1⁩» ليس عددًا صحيحًا.</translation>
    </message>
    <message>
        <source>“%1” is no whole number. Write it as in %3.</source>
        <translation>‏«⁨%1⁩» ليس عددًا صحيحًا. اكتبه كما في ⁨%3⁩.</translation>
    </message>
    <message>
        <source>“%1” is no time.</source>
        <translation>‏«⁨%1⁩» ليس وقتًا.</translation>
    </message>
    <message>
        <source>“%1” is no time. Write it as in %3 (UTC).</source>
        <translation>‏«⁨%1⁩» ليس وقتًا. اكتبه كما في ⁨%3⁩ (بالتوقيت العالمي).</translation>
    </message>
    <message>
        <source>“%1” is no age.</source>
        <translation>‏«⁨%1⁩» ليس عمرًا.</translation>
    </message>
    <message>
        <source>“%1” is no age. Write it as in %3.</source>
        <translation>‏«⁨%1⁩» ليس عمرًا. اكتبه كما في ⁨%3⁩.</translation>
    </message>
    <message>
        <source>There is a character here that can&apos;t be searched for. Type the value again.</source>
        <translation>هنا محرف لا يمكن البحث عنه. اكتب القيمة من جديد.</translation>
    </message>
    <message>
        <source>This range ends before it begins.</source>
        <translation>ينتهي هذا النطاق قبل أن يبدأ.</translation>
    </message>
    <message>
        <source>This range ends before it begins. Did you mean %3?</source>
        <translation>ينتهي هذا النطاق قبل أن يبدأ. هل تقصد ⁨%3⁩؟</translation>
    </message>
    <message>
        <source>The quote has no end. Add a &quot; behind the last word.</source>
        <translation>علامة الاقتباس غير مغلقة. أضف &quot; بعد الكلمة الأخيرة.</translation>
    </message>
    <message>
        <source>This is too long to search for.</source>
        <translation>هذا أطول من أن يُبحث عنه.</translation>
    </message>
    <message>
        <source>This is too long to search for: at most %3 characters.</source>
        <translation>هذا أطول من أن يُبحث عنه: الحد الأقصى ⁨%3⁩ محرفًا.</translation>
    </message>
    <message>
        <source>There is nothing to search for here. Add words, or take it away.</source>
        <translation>لا شيء هنا يُبحث عنه. أضف كلمات أو احذفه.</translation>
    </message>
    <message>
        <source>That are too many conditions: 32 at most. Take some away.</source>
        <translation>الشروط كثيرة جدًا: الحد الأقصى 32. احذف بعضها.</translation>
    </message>
    <message>
        <source>That are too many values: 128 at most. Take some away.</source>
        <translation>القيم كثيرة جدًا: الحد الأقصى 128. احذف بعضها.</translation>
    </message>
    <message>
        <source>This filter is too long. Take some of it away.</source>
        <translation>عامل التصفية طويل جدًا. احذف جزءًا منه.</translation>
    </message>
    <message>
        <source>without “%1”</source>
        <translation>دون «⁨%1⁩»</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«⁨%1⁩»</translation>
    </message>
    <message>
        <source>%1 not %2 %3</source>
        <extracomment>Field, a sign such as &gt;, and a value.</extracomment>
        <translation>‏⁨%1⁩ ليس ⁨%2⁩ ⁨%3⁩</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation>‏⁨%1⁩ ⁨%2⁩ ⁨%3⁩</translation>
    </message>
    <message>
        <source>This part can&apos;t be understood.</source>
        <translation>هذا الجزء غير مفهوم.</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>الخطورة</translation>
    </message>
</context>
<context>
    <name>LinkTransfer</name>
    <message>
        <source>the right token</source>
        <translation>العملة الصحيحة</translation>
    </message>
    <message>
        <source>the amount that remains</source>
        <translation>المبلغ المتبقي</translation>
    </message>
    <message>
        <source>the amount due</source>
        <translation>المبلغ المستحق</translation>
    </message>
    <message>
        <source>a similar reference</source>
        <translation>مرجع مشابه</translation>
    </message>
    <message>
        <source>came in its time</source>
        <translation>وصل في وقته</translation>
    </message>
    <message>
        <source>a known sender</source>
        <translation>مُرسِل معروف</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Awaiting payment</source>
        <translation>في انتظار الدفع</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>قيد التأكيد</translation>
    </message>
    <message>
        <source>Underpaid</source>
        <translation>دفع ناقص</translation>
    </message>
    <message>
        <source>Overpaid</source>
        <translation>دفع زائد</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>قيد التعليق</translation>
    </message>
    <message>
        <source>Reorganised away</source>
        <translation>أسقطتها إعادة تنظيم</translation>
    </message>
    <message>
        <source>Late, undecided</source>
        <translation>متأخرة بلا قرار</translation>
    </message>
    <message>
        <source>The sources are behind what was read already</source>
        <translation>المصادر متأخرة عما قُرئ بالفعل</translation>
    </message>
    <message>
        <source>No new block for too long</source>
        <translation>لا كتلة جديدة منذ وقت طويل</translation>
    </message>
    <message>
        <source>Reading up to the head</source>
        <translation>جارٍ القراءة حتى رأس السلسلة</translation>
    </message>
    <message>
        <source>Blocks are missing in the coverage</source>
        <translation>كتل ناقصة في التغطية</translation>
    </message>
    <message>
        <source>A source took back a block that it had called final</source>
        <translation>سحب مصدر كتلة كان قد عدّها نهائية</translation>
    </message>
    <message>
        <source>A block that was final lost its place</source>
        <translation>فقدت كتلة نهائية مكانها</translation>
    </message>
    <message>
        <source>%1+</source>
        <extracomment>At least so many.</extracomment>
        <translation>⁨%1⁩+</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>مجمّدة</translation>
    </message>
    <message>
        <source>no head yet</source>
        <translation>لا رأس سلسلة بعد</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>سليمة</translation>
    </message>
    <message>
        <source>not healthy</source>
        <translation>غير سليمة</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>at %1 UTC</source>
        <extracomment>The time of day in UTC.</extracomment>
        <translation>عند ⁨%1⁩ UTC</translation>
    </message>
    <message>
        <source>head %1 old</source>
        <extracomment>How old the newest block is.</extracomment>
        <translation>عمر الرأس ⁨%1⁩</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <comment>behind the head</comment>
        <translation>
            <numerusform>لا كتل (%n)</numerusform>
            <numerusform>كتلة واحدة (%n)</numerusform>
            <numerusform>كتلتان (%n)</numerusform>
            <numerusform>‏%n كتل</numerusform>
            <numerusform>‏%n كتلة</numerusform>
            <numerusform>‏%n كتلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>final, %n block(s) behind</source>
        <translation>
            <numerusform>نهائي، دون تأخر (%n)</numerusform>
            <numerusform>نهائي، متأخر بكتلة واحدة (%n)</numerusform>
            <numerusform>نهائي، متأخر بكتلتين (%n)</numerusform>
            <numerusform>نهائي، متأخر بمقدار %n كتل</numerusform>
            <numerusform>نهائي، متأخر بمقدار %n كتلة</numerusform>
            <numerusform>نهائي، متأخر بمقدار %n كتلة</numerusform>
        </translation>
    </message>
    <message>
        <source>safe; no final mark yet</source>
        <translation>آمن؛ لا علامة نهائية بعد</translation>
    </message>
    <message>
        <source>by depth</source>
        <translation>حسب العمق</translation>
    </message>
    <message>
        <source>no mark of its own</source>
        <translation>لا علامة خاصة بها</translation>
    </message>
    <message>
        <source>nothing read</source>
        <translation>لم يُقرأ شيء</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>لا فجوات (%n)</numerusform>
            <numerusform>فجوة واحدة (%n)</numerusform>
            <numerusform>فجوتان (%n)</numerusform>
            <numerusform>‏%n فجوات</numerusform>
            <numerusform>‏%n فجوة</numerusform>
            <numerusform>‏%n فجوة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) missing</source>
        <translation>
            <numerusform>لا كتل ناقصة (%n)</numerusform>
            <numerusform>كتلة ناقصة واحدة (%n)</numerusform>
            <numerusform>كتلتان ناقصتان (%n)</numerusform>
            <numerusform>‏%n كتل ناقصة</numerusform>
            <numerusform>‏%n كتلة ناقصة</numerusform>
            <numerusform>‏%n كتلة ناقصة</numerusform>
        </translation>
    </message>
    <message>
        <source>no gaps</source>
        <translation>لا فجوات</translation>
    </message>
    <message>
        <source>since block %1</source>
        <extracomment>The first block that was watched.</extracomment>
        <translation>منذ الكتلة ⁨%1⁩</translation>
    </message>
    <message>
        <source>none has reported</source>
        <translation>لم يُبلغ أي منها</translation>
    </message>
    <message>
        <source>%1 of %2 ok</source>
        <extracomment>Healthy sources of all.</extracomment>
        <translation>‏⁨%1⁩ من ⁨%2⁩ سليمة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A source, then its last error.</extracomment>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>متعطل</translation>
    </message>
    <message>
        <source>none</source>
        <comment>reorganisations</comment>
        <translation>لا شيء</translation>
    </message>
    <message numerus="yes">
        <source>deepest %n block(s)</source>
        <translation>
            <numerusform>أعمقها بلا كتل (%n)</numerusform>
            <numerusform>أعمقها كتلة واحدة (%n)</numerusform>
            <numerusform>أعمقها كتلتان (%n)</numerusform>
            <numerusform>أعمقها %n كتل</numerusform>
            <numerusform>أعمقها %n كتلة</numerusform>
            <numerusform>أعمقها %n كتلة</numerusform>
        </translation>
    </message>
    <message>
        <source>Severity 1</source>
        <translation>الخطورة 1</translation>
    </message>
    <message>
        <source>Severity 2</source>
        <translation>الخطورة 2</translation>
    </message>
    <message>
        <source>Severity 3</source>
        <translation>الخطورة 3</translation>
    </message>
    <message>
        <source>Severity 4</source>
        <translation>الخطورة 4</translation>
    </message>
    <message>
        <source>&lt; 15 m</source>
        <translation>&lt; 15 د</translation>
    </message>
    <message>
        <source>15–60 m</source>
        <translation>⁨15–60⁩ د</translation>
    </message>
    <message>
        <source>1–4 h</source>
        <translation>⁨1–4⁩ س</translation>
    </message>
    <message>
        <source>4–24 h</source>
        <translation>⁨4–24⁩ س</translation>
    </message>
    <message>
        <source>1–7 d</source>
        <translation>⁨1–7⁩ ي</translation>
    </message>
    <message>
        <source>&gt; 7 d</source>
        <translation>&gt; 7 ي</translation>
    </message>
    <message>
        <source>stop money now</source>
        <translation>إيقاف المال الآن</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>في اليوم نفسه</translation>
    </message>
    <message>
        <source>within the period</source>
        <translation>خلال الفترة</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>للعلم</translation>
    </message>
    <message>
        <source>Frozen: %1</source>
        <translation>مجمّدة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Nothing is settled on this rail until a person acknowledges it.</source>
        <translation>لا يُسوّى شيء على هذه القناة حتى يقرّ بذلك شخص.</translation>
    </message>
    <message>
        <source>Nothing is promoted on this rail meanwhile.</source>
        <translation>لا يُرقّى شيء على هذه القناة في هذه الأثناء.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>What is wrong with a rail, then a sentence about what follows.</extracomment>
        <translation>‏⁨%1⁩. ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>PaymentStory</name>
    <message>
        <source>Nobody may pay this now</source>
        <translation>لا يجوز لأحد أن يدفع هذه الآن</translation>
    </message>
    <message>
        <source>The address in the database is not the one that the corridor gives: somebody changed it. It is not shown.
Next: tell the customer to wait and an engineer to look (case ENV-MISMATCH, severity 1), then reissue the payment, which gives it a new address.</source>
        <translation>العنوان المحفوظ في قاعدة البيانات ليس العنوان الذي يعطيه الممر: لقد غيّره شخص ما. لذلك لا يُعرض.
الخطوة التالية: اطلب من العميل الانتظار ومن مهندس أن يتحقق (القضية ENV-MISMATCH، الخطورة 1)، ثم أعد إصدار الدفعة فتحصل على عنوان جديد.</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>المستحق</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>المستلم</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>المتبقي</translation>
    </message>
    <message>
        <source>Verdict</source>
        <extracomment>A verdict, and the version of the rules that gave it.</extracomment>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>%1, by version %2 of the corridor</source>
        <translation>‏⁨%1⁩، بحسب الإصدار ⁨%2⁩ من الممر</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>تتطلب</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>الممر</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Pay to</source>
        <extracomment>In place of an address that was changed in the database.</extracomment>
        <translation>الدفع إلى</translation>
    </message>
    <message>
        <source>nowhere: the stored address is not the corridor&apos;s</source>
        <translation>لا مكان: العنوان المحفوظ ليس عنوان الممر</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Earlier bindings</source>
        <translation>عمليات الربط السابقة</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>التاجر</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>تاريخ الإنشاء</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>تنتهي في</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغيت في</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>أُفرج عنها في</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>الارتباط</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>الكتلة ⁨%1⁩</translation>
    </message>
    <message>
        <source>depth %1</source>
        <translation>العمق ⁨%1⁩</translation>
    </message>
    <message>
        <source>replaced by %1</source>
        <translation>حلّت محلها ⁨%1⁩</translation>
    </message>
    <message>
        <source>tx %1</source>
        <translation>المعاملة ⁨%1⁩</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>من ⁨%1⁩</translation>
    </message>
    <message>
        <source>linked by %1</source>
        <translation>ربطه ⁨%1⁩</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>رُصد في ⁨%1⁩</translation>
    </message>
    <message>
        <source>Hold: %1</source>
        <translation>تعليق: ⁨%1⁩</translation>
    </message>
    <message>
        <source>released</source>
        <translation>مرفوع</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>‏⁨%1⁩ بواسطة ⁨%2⁩</translation>
    </message>
    <message>
        <source>open · severity %1</source>
        <translation>مفتوحة · الخطورة ⁨%1⁩</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>محلولة</translation>
    </message>
    <message>
        <source>since %1 · %2</source>
        <translation>منذ ⁨%1⁩ · ⁨%2⁩</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>الموعد ⁨%1⁩</translation>
    </message>
    <message>
        <source>rail frozen</source>
        <translation>القناة مجمّدة</translation>
    </message>
    <message>
        <source>rail paused</source>
        <translation>القناة موقوفة مؤقتًا</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sources</source>
        <extracomment>How many of the operators that must name the same block have done so.</extracomment>
        <translation>
            <numerusform>‏⁨%1⁩ من %n مصدر</numerusform>
            <numerusform>‏⁨%1⁩ من %n مصدر</numerusform>
            <numerusform>‏⁨%1⁩ من %n مصدرين</numerusform>
            <numerusform>‏⁨%1⁩ من %n مصادر</numerusform>
            <numerusform>‏⁨%1⁩ من %n مصدرًا</numerusform>
            <numerusform>‏⁨%1⁩ من %n مصدر</numerusform>
        </translation>
    </message>
    <message>
        <source>too few sources agree</source>
        <translation>المصادر المتفقة قليلة جدًا</translation>
    </message>
    <message>
        <source>%1 here (UTC%2)</source>
        <extracomment>A moment on this machine&apos;s clock, with its distance from UTC.</extracomment>
        <translation>‏⁨%1⁩ بالتوقيت المحلي (UTC⁨%2⁩)</translation>
    </message>
    <message>
        <source>not yet: %1</source>
        <extracomment>A mark of the chain itself (&quot;finalized&quot;) that a block has not got yet.</extracomment>
        <translation>ليس بعد: ⁨%1⁩</translation>
    </message>
    <message numerus="yes">
        <source>needs %n sources</source>
        <translation>
            <numerusform>لا تتطلب مصادر (%n)</numerusform>
            <numerusform>تتطلب مصدرًا واحدًا (%n)</numerusform>
            <numerusform>تتطلب مصدرين (%n)</numerusform>
            <numerusform>تتطلب %n مصادر</numerusform>
            <numerusform>تتطلب %n مصدرًا</numerusform>
            <numerusform>تتطلب %n مصدر</numerusform>
        </translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>Who did something.</extracomment>
        <translation>بواسطة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>السلسلة</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>المحرّك</translation>
    </message>
    <message>
        <source>Commerce</source>
        <translation>المبيعات</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>In the mempool: %1</source>
        <translation>في mempool: ‏⁨%1⁩</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>أُسقطت</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>استُبدلت</translation>
    </message>
    <message>
        <source>Mined again: %1</source>
        <translation>ضمن كتلة من جديد: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Mined: %1</source>
        <translation>ضمن كتلة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Reorganised away: %1</source>
        <translation>أسقطته إعادة تنظيم: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Linked: %1</source>
        <translation>رُبط: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 of %2 %3 received</source>
        <extracomment>An amount, the amount that was due, and their unit.</extracomment>
        <translation>استُلم ⁨%1⁩ من ⁨%2⁩ ⁨%3⁩</translation>
    </message>
    <message>
        <source>Reissued: a new place to pay to</source>
        <translation>أُعيد الإصدار: وجهة دفع جديدة</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>عُلّقت: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Hold released: %1</source>
        <translation>رُفع التعليق: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation>ملاحظة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Case opened: %1</source>
        <translation>فُتحت قضية: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Case resolved: %1</source>
        <translation>حُلّت قضية: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Decided: the money counts</source>
        <translation>القرار: المال محسوب</translation>
    </message>
    <message>
        <source>Decided: the money doesn&apos;t count</source>
        <translation>القرار: المال غير محسوب</translation>
    </message>
    <message>
        <source>Surplus credited: %1</source>
        <translation>أُضيف الفائض إلى الرصيد: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Surplus applied elsewhere: %1</source>
        <translation>استُخدم الفائض لدفعة أخرى: ⁨%1⁩</translation>
    </message>
    <message>
        <source>by itself, the reason went away</source>
        <translation>تلقائيًا، زال السبب</translation>
    </message>
    <message>
        <source>Money is on its way. Wait for it: who pays now may pay twice.</source>
        <translation>المال في الطريق. انتظره: من يدفع الآن قد يدفع مرتين.</translation>
    </message>
    <message>
        <source>The window for topping up is over.</source>
        <translation>انتهت نافذة التكملة.</translation>
    </message>
    <message>
        <source>The deadline has passed. Reissue the payment to wait longer.</source>
        <translation>مضى الموعد النهائي. أعد إصدار الدفعة للانتظار مدة أطول.</translation>
    </message>
    <message>
        <source>The payment has no address.</source>
        <translation>ليس للدفعة عنوان.</translation>
    </message>
    <message>
        <source>The address can&apos;t be proved, so there is nothing to pay to.</source>
        <translation>لا يمكن إثبات العنوان، فلا وجهة للدفع.</translation>
    </message>
    <message>
        <source>The money is recognised by its reference, which no payment link can carry. Give the payer both.</source>
        <translation>يُعرف المال بمرجعه، ولا يستطيع أي رابط دفع حمله. أعطِ الدافع العنوان والمرجع معًا.</translation>
    </message>
    <message>
        <source>Tron has no payment links: the code holds the address only. The payer types the amount.</source>
        <translation>ليس في Tron روابط دفع: لا يحمل الرمز سوى العنوان. ويكتب الدافع المبلغ.</translation>
    </message>
    <message>
        <source>There are no payment links for this network.</source>
        <translation>لا توجد روابط دفع لهذه الشبكة.</translation>
    </message>
    <message>
        <source>The corridor&apos;s version, which names the token, can&apos;t be read. So there is no payment link.</source>
        <translation>تتعذر قراءة إصدار الممر الذي يحدد العملة، فلا رابط دفع.</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>المال</translation>
    </message>
    <message>
        <source>Open holds and cases</source>
        <translation>التعليقات والقضايا المفتوحة</translation>
    </message>
    <message>
        <source>Latest (UTC)</source>
        <translation>الأحدث (UTC)</translation>
    </message>
    <message>
        <source>(left out: it names an address that can&apos;t be proved)</source>
        <translation>(محذوف: يذكر عنوانًا لا يمكن إثباته)</translation>
    </message>
    <message>
        <source>Payment</source>
        <extracomment>A heading above JSON.</extracomment>
        <translation>الدفعة</translation>
    </message>
    <message>
        <source>Events, as they are stored</source>
        <translation>الأحداث كما هي محفوظة</translation>
    </message>
    <message>
        <source>Journal, as it is stored</source>
        <translation>السجل كما هو محفوظ</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>مختوم</translation>
    </message>
    <message>
        <source>not sealed yet</source>
        <translation>لم يُختم بعد</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>تم التأكيد</translation>
    </message>
    <message>
        <source>Events waiting: %1</source>
        <translation>الأحداث المنتظرة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>attempts: %1</source>
        <translation>المحاولات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>The next one is due %1</source>
        <translation>موعد التالي ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 · by %2</source>
        <translation>‏⁨%1⁩ · بواسطة ⁨%2⁩</translation>
    </message>
    <message>
        <source>Top-up until</source>
        <translation>التكملة حتى</translation>
    </message>
</context>
<context>
    <name>PaymentsTable</name>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>المستحق</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>المستلم</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>المتبقي</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>التأكيدات</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>الممر</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Created (UTC)</source>
        <translation>تاريخ الإنشاء (UTC)</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>الدفعة</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>‏⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>‏⁨%1⁩ د</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>‏⁨%1⁩ س ⁨%2⁩ د</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>‏⁨%1⁩ ي ⁨%2⁩ س</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>‏⁨%1⁩ ي</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 UTC
%2 here</source>
        <translation>‏⁨%1⁩ UTC
⁨%2⁩ بالتوقيت المحلي</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>A payment&apos;s status, then a sentence about what is being decided.</extracomment>
        <translation>‏⁨%1⁩. ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1: late from %2 UTC, breached from %3 UTC</source>
        <extracomment>How pressing it is (&quot;Late&quot;), then two times.</extracomment>
        <translation>‏⁨%1⁩: متأخر من ⁨%2⁩ UTC، وتجاوز المهلة من ⁨%3⁩ UTC</translation>
    </message>
</context>
<context>
    <name>RailLine</name>
    <message>
        <source>Rail</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>الرأس</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>التأخر</translation>
    </message>
    <message>
        <source>Finality</source>
        <translation>النهائية</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>التغطية</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Reorganisations</source>
        <translation>إعادات التنظيم</translation>
    </message>
</context>
<context>
    <name>StatusMenu</name>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Filter by status</source>
        <translation>التصفية حسب الحالة</translation>
    </message>
</context>
<context>
    <name>TracksView</name>
    <message>
        <source>Detection</source>
        <translation>الرصد</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>التأكيد</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>الاعتراف</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>التنفيذ</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The database can&apos;t be reached. Check the address and that the server runs; the window tries again by itself.</source>
        <translation>يتعذر الوصول إلى قاعدة البيانات. تحقق من العنوان ومن عمل الخادم؛ تعيد النافذة المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>The connection to the database was lost. What you see may be old; the window reads again as soon as the database answers.</source>
        <translation>انقطع الاتصال بقاعدة البيانات. قد يكون ما تراه قديمًا؛ تعيد النافذة القراءة فور استجابة قاعدة البيانات.</translation>
    </message>
    <message>
        <source>Another program has locked the database file. Close it there, then press Retry.</source>
        <translation>برنامج آخر أقفل ملف قاعدة البيانات. أغلقه هناك ثم اضغط «إعادة المحاولة».</translation>
    </message>
    <message>
        <source>The database is busy with another writer. Nothing was lost; try again in a moment.</source>
        <translation>قاعدة البيانات مشغولة بكتابة أخرى. لم يُفقد شيء؛ حاول مرة أخرى بعد لحظة.</translation>
    </message>
    <message>
        <source>The database refused this login. Check the name and the password, or ask an administrator for a role.</source>
        <translation>رفضت قاعدة البيانات تسجيل الدخول هذا. تحقق من الاسم وكلمة المرور، أو اطلب دورًا من أحد المسؤولين.</translation>
    </message>
    <message>
        <source>The database can only be read here. Check the rights of the file or of your login.</source>
        <translation>لا يمكن هنا سوى قراءة قاعدة البيانات. تحقق من صلاحيات الملف أو صلاحيات حسابك.</translation>
    </message>
    <message>
        <source>The database is damaged. Stop the engine, keep a copy of the file and restore the last backup.</source>
        <translation>قاعدة البيانات تالفة. أوقف المحرّك واحتفظ بنسخة من الملف واستعد آخر نسخة احتياطية.</translation>
    </message>
    <message>
        <source>That is no address of a database. Use the path of a file, or postgresql://user@host/name.</source>
        <translation>هذا ليس عنوان قاعدة بيانات. استخدم مسار ملف أو postgresql://user@host/name.</translation>
    </message>
    <message>
        <source>This database was made by a newer version of Tieout. Install that version to open it.</source>
        <translation>أُنشئت قاعدة البيانات هذه بإصدار أحدث من Tieout. ثبّت ذلك الإصدار لفتحها.</translation>
    </message>
    <message>
        <source>This database is older than the program. An administrator brings it up to date with: tieoutd migrate</source>
        <translation>قاعدة البيانات هذه أقدم من البرنامج. يحدّثها أحد المسؤولين بالأمر: tieoutd migrate</translation>
    </message>
    <message>
        <source>This database is empty. An administrator prepares it with: tieoutd migrate</source>
        <translation>قاعدة البيانات هذه فارغة. يجهّزها أحد المسؤولين بالأمر: tieoutd migrate</translation>
    </message>
    <message>
        <source>This file belongs to another program. Choose another file.</source>
        <translation>هذا الملف يخص برنامجًا آخر. اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>This database was made by another build of Tieout whose tables differ. Open it with that build.</source>
        <translation>أُنشئت قاعدة البيانات هذه ببناء آخر من Tieout تختلف جداوله. افتحها بذلك البناء.</translation>
    </message>
    <message>
        <source>This database belongs to the other environment: sandbox and production never mix. Check which database you meant to open.</source>
        <translation>قاعدة البيانات هذه تخص البيئة الأخرى: البيئة التجريبية وبيئة الإنتاج لا تختلطان أبدًا. تحقق من قاعدة البيانات التي أردت فتحها.</translation>
    </message>
    <message>
        <source>This database doesn&apos;t say whether it is a sandbox or production. An administrator prepares it with: tieoutd migrate</source>
        <translation>لا تذكر قاعدة البيانات هذه هل هي تجريبية أم للإنتاج. يجهّزها أحد المسؤولين بالأمر: tieoutd migrate</translation>
    </message>
    <message>
        <source>This file is open in another window of Tieout, which was asked to come to the front. Work there, or open another database.</source>
        <translation>هذا الملف مفتوح في نافذة أخرى من Tieout طُلب منها أن تظهر في المقدمة. اعمل هناك أو افتح قاعدة بيانات أخرى.</translation>
    </message>
    <message>
        <source>Name the server.</source>
        <translation>حدّد الخادم.</translation>
    </message>
    <message>
        <source>Name the database.</source>
        <translation>حدّد قاعدة البيانات.</translation>
    </message>
    <message>
        <source>Name your login.</source>
        <translation>حدّد حسابك.</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>المنفذ رقم من 1 إلى 65535.</translation>
    </message>
    <message>
        <source>The disk of the database is full. Free some space; the work goes on by itself.</source>
        <translation>قرص قاعدة البيانات ممتلئ. أفرغ بعض المساحة؛ يستمر العمل تلقائيًا.</translation>
    </message>
    <message>
        <source>This exists already. Open what is there, or choose another name.</source>
        <translation>هذا موجود مسبقًا. افتح الموجود أو اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>Somebody else changed the same thing at the same moment. Look at it again, then repeat your step if it is still right.</source>
        <translation>غيّر شخص آخر الشيء نفسه في اللحظة نفسها. انظر إليه مرة أخرى ثم كرر خطوتك إن كانت لا تزال صحيحة.</translation>
    </message>
    <message>
        <source>This payment isn&apos;t in the database. Check the id, and that you opened the right environment.</source>
        <translation>هذه الدفعة ليست في قاعدة البيانات. تحقق من المعرّف ومن أنك فتحت البيئة الصحيحة.</translation>
    </message>
    <message>
        <source>Another engine works on this database. Stop it first, or leave this one as a console.</source>
        <translation>محرّك آخر يعمل على قاعدة البيانات هذه. أوقفه أولًا أو اترك هذا كوحدة تحكم فقط.</translation>
    </message>
    <message>
        <source>Another engine took over this database. This one has stopped writing.</source>
        <translation>تولّى محرّك آخر قاعدة البيانات هذه. توقف هذا عن الكتابة.</translation>
    </message>
    <message>
        <source>The configuration has mistakes. The log names each line; correct them and start again.</source>
        <translation>في الإعدادات أخطاء. يذكر ملف السجل كل سطر؛ صحّحها ثم ابدأ من جديد.</translation>
    </message>
    <message>
        <source>The configuration file can&apos;t be read. Check its path and its rights.</source>
        <translation>تتعذر قراءة ملف الإعدادات. تحقق من مساره وصلاحياته.</translation>
    </message>
    <message>
        <source>The configuration file is too large or deep. That can&apos;t be the right file.</source>
        <translation>ملف الإعدادات كبير جدًا أو عميق جدًا. لا يمكن أن يكون الملف الصحيح.</translation>
    </message>
    <message>
        <source>The command line isn&apos;t understood. Run with --help to see the options.</source>
        <translation>سطر الأوامر غير مفهوم. شغّل البرنامج مع --help لرؤية الخيارات.</translation>
    </message>
    <message>
        <source>The folder for the data can&apos;t be written. Check its rights, or name a database with --database.</source>
        <translation>تتعذر الكتابة في مجلد البيانات. تحقق من صلاحياته أو حدّد قاعدة بيانات باستخدام --database.</translation>
    </message>
    <message>
        <source>Your role doesn&apos;t hold this decision. Ask somebody whose role does.</source>
        <translation>دورك لا يشمل هذا القرار. اطلبه ممن يشمله دوره.</translation>
    </message>
    <message>
        <source>You no longer hold the role that this needs. Ask an administrator.</source>
        <translation>لم يعد لديك الدور الذي يتطلبه هذا. اطلبه من أحد المسؤولين.</translation>
    </message>
    <message>
        <source>Too many of your decisions wait for the engine. Take some back, or wait until it has answered.</source>
        <translation>قرارات كثيرة لك تنتظر المحرّك. تراجع عن بعضها أو انتظر حتى يجيب.</translation>
    </message>
    <message>
        <source>No engine took this in time, and none will any more. Nothing was changed; ask again once an engine runs.</source>
        <translation>لم يأخذ أي محرّك هذا في وقته، ولن يأخذه أي محرّك بعد الآن. لم يتغير شيء؛ اطلبه مرة أخرى حين يعمل محرّك.</translation>
    </message>
    <message>
        <source>Taken back before the engine took it. Nothing was changed.</source>
        <translation>تم التراجع عنه قبل أن يأخذه المحرّك. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Somebody else asked for this, so only he can take it back.</source>
        <translation>طلب هذا شخص آخر، فلا يمكن لغيره التراجع عنه.</translation>
    </message>
    <message>
        <source>This was asked for with other words already. Close the window and start anew.</source>
        <translation>طُلب هذا من قبل بكلمات أخرى. أغلق النافذة وابدأ من جديد.</translation>
    </message>
    <message>
        <source>The engine didn&apos;t understand the request. Nothing was changed; show the log to an engineer.</source>
        <translation>لم يفهم المحرّك الطلب. لم يتغير شيء؛ اعرض ملف السجل على مهندس.</translation>
    </message>
    <message>
        <source>That is too much text. Shorten it and try again.</source>
        <translation>النص طويل جدًا. اختصره وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The text holds characters that can&apos;t be kept. Type it again without them.</source>
        <translation>في النص محارف لا يمكن حفظها. اكتبه من جديد من دونها.</translation>
    </message>
    <message>
        <source>The engine ended while it worked on this. Look at what stands now, then ask again.</source>
        <translation>توقف المحرّك وهو يعمل على هذا. انظر إلى الوضع الحالي ثم اطلبه مرة أخرى.</translation>
    </message>
    <message>
        <source>This engine can&apos;t do that. Ask an engineer which one can.</source>
        <translation>هذا المحرّك لا يستطيع ذلك. اسأل مهندسًا أيها يستطيع.</translation>
    </message>
    <message>
        <source>Tieout can&apos;t do this yet.</source>
        <translation>لا يستطيع Tieout ذلك بعد.</translation>
    </message>
    <message>
        <source>The payment changed at the same moment. Look at it again, then repeat your step.</source>
        <translation>تغيرت الدفعة في اللحظة نفسها. انظر إليها مرة أخرى ثم كرر خطوتك.</translation>
    </message>
    <message>
        <source>Somebody was first: the payment changed since you opened this. Look at it as it is now, and decide again if it is still right.</source>
        <translation>سبقك شخص ما: تغيرت الدفعة منذ أن فتحت هذا. انظر إليها كما هي الآن وقرر من جديد إن كان القرار لا يزال صحيحًا.</translation>
    </message>
    <message>
        <source>Somebody was first: the case changed since you opened this. Look at it as it is now.</source>
        <translation>سبقك شخص ما: تغيرت القضية منذ أن فتحت هذا. انظر إليها كما هي الآن.</translation>
    </message>
    <message>
        <source>The payment is closed already: cancelled, or refunded in full.</source>
        <translation>الدفعة مغلقة بالفعل: أُلغيت أو استُردت بالكامل.</translation>
    </message>
    <message>
        <source>Money was seen for this payment, so it can&apos;t be cancelled. Hold it, or resolve its case.</source>
        <translation>شوهد مال لهذه الدفعة، فلا يمكن إلغاؤها. علّقها أو حل قضيتها.</translation>
    </message>
    <message>
        <source>Money of this payment waits for a decision. Resolve its case first.</source>
        <translation>مال هذه الدفعة ينتظر قرارًا. حل قضيتها أولًا.</translation>
    </message>
    <message>
        <source>The payment is paid and released: nothing is left to ask for.</source>
        <translation>الدفعة مدفوعة ومُفرج عنها: لم يبق ما يُطلب.</translation>
    </message>
    <message>
        <source>A hold of this kind is open already. Release it first.</source>
        <translation>يوجد تعليق مفتوح من هذا النوع. ارفعه أولًا.</translation>
    </message>
    <message>
        <source>Holds of this kind belong to another role: screening to compliance, finance to finance, a stopped corridor to treasury.</source>
        <translation>التعليقات من هذا النوع تخص دورًا آخر: تعليق الفحص للامتثال، وتعليق المالية للمالية، وتعليق الممر الموقوف للخزانة.</translation>
    </message>
    <message>
        <source>Cases of this kind are decided by another role: the case names its owner.</source>
        <translation>القضايا من هذا النوع يبت فيها دور آخر: تذكر القضية صاحبها.</translation>
    </message>
    <message>
        <source>This hold was released by somebody else.</source>
        <translation>رفع شخص آخر هذا التعليق.</translation>
    </message>
    <message>
        <source>This hold ends by itself, with the refund that it belongs to.</source>
        <translation>ينتهي هذا التعليق تلقائيًا مع الاسترداد الذي يتبعه.</translation>
    </message>
    <message>
        <source>No hold is open.</source>
        <translation>لا يوجد تعليق مفتوح.</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>لا توجد قضية مفتوحة.</translation>
    </message>
    <message>
        <source>Choose one of the two decisions.</source>
        <translation>اختر أحد القرارين.</translation>
    </message>
    <message>
        <source>Choose the transfer that belongs to this payment.</source>
        <translation>اختر التحويل الذي يخص هذه الدفعة.</translation>
    </message>
    <message>
        <source>A case of this kind can&apos;t end this way.</source>
        <translation>لا يمكن أن تنتهي قضية من هذا النوع بهذه الطريقة.</translation>
    </message>
    <message>
        <source>Accepting means saying which payment the money belongs to: use Link transfer.</source>
        <translation>القبول يعني تحديد الدفعة التي يخصها المال: استخدم «ربط تحويل».</translation>
    </message>
    <message>
        <source>This means sending money back, and refunds can&apos;t be made here yet.</source>
        <translation>هذا يعني إعادة المال، ولا يمكن إجراء الاستردادات هنا بعد.</translation>
    </message>
    <message>
        <source>What opened the case is still so, so the word alone can&apos;t end it. Change the fact first.</source>
        <translation>ما فتح القضية لا يزال قائمًا، فلا تكفي الكلمة وحدها لإنهائها. غيّر الواقع أولًا.</translation>
    </message>
    <message>
        <source>This case isn&apos;t in the database. Read the list again.</source>
        <translation>هذه القضية ليست في قاعدة البيانات. أعد قراءة القائمة.</translation>
    </message>
    <message>
        <source>No transfer of this chain transaction was seen in a block on this rail. Check the hash and the network; if it is new, wait for the next block.</source>
        <translation>لم يُرصد أي تحويل من معاملة السلسلة هذه في كتلة على هذه القناة. تحقق من البصمة والشبكة؛ وإن كانت جديدة فانتظر الكتلة التالية.</translation>
    </message>
    <message>
        <source>This money belongs to another payment already.</source>
        <translation>هذا المال يخص دفعة أخرى بالفعل.</translation>
    </message>
    <message>
        <source>This transfer moved nothing, so there is nothing to link.</source>
        <translation>لم ينقل هذا التحويل شيئًا، فلا شيء يُربط.</translation>
    </message>
    <message>
        <source>This money came on another network than the payment&apos;s.</source>
        <translation>وصل هذا المال على شبكة غير شبكة الدفعة.</translation>
    </message>
    <message>
        <source>A hash has 64 digits from 0 to 9 and a to f, with or without 0x before them.</source>
        <translation>البصمة 64 خانة من 0 إلى 9 ومن a إلى f، تسبقها 0x أو لا تسبقها.</translation>
    </message>
    <message>
        <source>This merchant isn&apos;t in the database.</source>
        <translation>هذا التاجر ليس في قاعدة البيانات.</translation>
    </message>
    <message>
        <source>Choose the merchant.</source>
        <translation>اختر التاجر.</translation>
    </message>
    <message>
        <source>No corridor is enabled for this merchant. Treasury enables corridors.</source>
        <translation>لا يوجد ممر مفعّل لهذا التاجر. الخزانة هي التي تفعّل الممرات.</translation>
    </message>
    <message>
        <source>This corridor isn&apos;t in the database.</source>
        <translation>هذا الممر ليس في قاعدة البيانات.</translation>
    </message>
    <message>
        <source>This corridor isn&apos;t enabled for this merchant. Treasury enables corridors.</source>
        <translation>هذا الممر غير مفعّل لهذا التاجر. الخزانة هي التي تفعّل الممرات.</translation>
    </message>
    <message>
        <source>This corridor is a draft; nothing may be created on it yet.</source>
        <translation>هذا الممر مسودة؛ لا يجوز إنشاء شيء عليه بعد.</translation>
    </message>
    <message>
        <source>This corridor is for the sandbox only.</source>
        <translation>هذا الممر للبيئة التجريبية فقط.</translation>
    </message>
    <message>
        <source>This corridor takes no new payments at the moment. Choose another one.</source>
        <translation>لا يقبل هذا الممر دفعات جديدة في الوقت الحالي. اختر غيره.</translation>
    </message>
    <message>
        <source>This corridor is stopped. Choose another one, or ask treasury.</source>
        <translation>هذا الممر موقوف. اختر غيره أو اسأل الخزانة.</translation>
    </message>
    <message>
        <source>This corridor is retired. Choose another one.</source>
        <translation>هذا الممر خارج الخدمة. اختر غيره.</translation>
    </message>
    <message>
        <source>The corridor moved to another rail since the payment was made. Create a new payment instead.</source>
        <translation>انتقل الممر إلى قناة أخرى منذ إنشاء الدفعة. أنشئ دفعة جديدة بدلًا منها.</translation>
    </message>
    <message>
        <source>The rail of this corridor isn&apos;t set up. Ask an engineer.</source>
        <translation>قناة هذا الممر غير مهيأة. اسأل مهندسًا.</translation>
    </message>
    <message>
        <source>Type an amount such as 1234.50: digits, and a point before the decimals.</source>
        <translation>اكتب مبلغًا مثل 1234.50: أرقام، ونقطة قبل المنازل العشرية.</translation>
    </message>
    <message>
        <source>The token has fewer decimals than that.</source>
        <translation>منازل العملة العشرية أقل من ذلك.</translation>
    </message>
    <message>
        <source>The amount is too large to be kept.</source>
        <translation>المبلغ أكبر من أن يُحفظ.</translation>
    </message>
    <message>
        <source>The amount has other decimals than the corridor&apos;s token.</source>
        <translation>منازل المبلغ العشرية غير منازل عملة الممر.</translation>
    </message>
    <message>
        <source>The amount must be more than zero.</source>
        <translation>يجب أن يكون المبلغ أكبر من صفر.</translation>
    </message>
    <message>
        <source>The amount is below the corridor&apos;s minimum.</source>
        <translation>المبلغ أقل من الحد الأدنى للممر.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>هذا مطلوب.</translation>
    </message>
    <message>
        <source>Say why; the journal keeps it.</source>
        <translation>اذكر السبب؛ يحفظه السجل.</translation>
    </message>
    <message>
        <source>This is longer than can be kept. Shorten it.</source>
        <translation>هذا أطول مما يمكن حفظه. اختصره.</translation>
    </message>
    <message>
        <source>This holds characters that can&apos;t be kept. Type it again without them.</source>
        <translation>في هذا محارف لا يمكن حفظها. اكتبه من جديد من دونها.</translation>
    </message>
    <message>
        <source>Type a time such as 30m, 24h or 7d.</source>
        <translation>اكتب مدة مثل 30m أو 24h أو 7d.</translation>
    </message>
    <message>
        <source>The time must be from one second to 90 days.</source>
        <translation>يجب أن تكون المدة من ثانية واحدة إلى 90 يومًا.</translation>
    </message>
    <message>
        <source>Reading the corridors…</source>
        <translation>جارٍ قراءة الممرات…</translation>
    </message>
    <message>
        <source>Another payment has this key already.</source>
        <translation>لدفعة أخرى هذا المفتاح بالفعل.</translation>
    </message>
    <message>
        <source>The watcher hasn&apos;t acknowledged enough addresses yet, and none is handed out that nobody watches. Try again in a moment.</source>
        <translation>لم يُقرّ المراقِب بعد بعدد كافٍ من العناوين، ولا يُعطى عنوان لا يراقبه أحد. حاول مرة أخرى بعد لحظة.</translation>
    </message>
    <message>
        <source>The account key of this corridor isn&apos;t set up. Ask an engineer.</source>
        <translation>مفتاح حساب هذا الممر غير مهيأ. اسأل مهندسًا.</translation>
    </message>
    <message>
        <source>The address isn&apos;t the one that the corridor gives, so it isn&apos;t shown. Tell an engineer at once; nobody may pay to it.</source>
        <translation>ليس العنوان هو الذي يعطيه الممر، فلا يُعرض. أبلغ مهندسًا فورًا؛ لا يجوز لأحد أن يدفع إليه.</translation>
    </message>
    <message>
        <source>That isn&apos;t there any more. Read the list again.</source>
        <translation>لم يعد هذا موجودًا. أعد قراءة القائمة.</translation>
    </message>
    <message>
        <source>Somebody else was first. Look at what changed before you go on.</source>
        <translation>سبقك شخص ما. انظر إلى ما تغير قبل أن تتابع.</translation>
    </message>
    <message>
        <source>That can&apos;t be accepted. Correct it and try again.</source>
        <translation>لا يمكن قبول ذلك. صحّحه وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Your role doesn&apos;t allow this. Ask somebody who holds the right one.</source>
        <translation>دورك لا يسمح بذلك. اطلبه ممن لديه الدور المناسب.</translation>
    </message>
    <message>
        <source>No answer at the moment. Try again shortly.</source>
        <translation>لا إجابة في الوقت الحالي. حاول مرة أخرى بعد قليل.</translation>
    </message>
    <message>
        <source>The data is not as it must be. Stop here and show the log to an engineer.</source>
        <translation>البيانات ليست كما يجب. توقف هنا واعرض ملف السجل على مهندس.</translation>
    </message>
    <message>
        <source>That was cancelled. Nothing was changed.</source>
        <translation>أُلغي ذلك. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>The program met a fault of its own. Nothing was changed; the log has the details.</source>
        <translation>حدث خلل في البرنامج نفسه. لم يتغير شيء؛ التفاصيل في ملف السجل.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A sentence, then the machine&apos;s word for the reason.</extracomment>
        <translation>‏⁨%1⁩ ‏(⁨%2⁩)</translation>
    </message>
    <message>
        <source>You have a saved view of this name already. Choose another.</source>
        <translation>لديك عرض محفوظ بهذا الاسم بالفعل. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>The saved view has been changed meanwhile. Look at it as it is now.</source>
        <translation>تغير العرض المحفوظ في هذه الأثناء. انظر إليه كما هو الآن.</translation>
    </message>
    <message>
        <source>The saved view has been deleted meanwhile.</source>
        <translation>حُذف العرض المحفوظ في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Only its owner can change this view. Save it as your own.</source>
        <translation>لا يغيّر هذا العرض إلا صاحبه. احفظه باسمك.</translation>
    </message>
    <message>
        <source>This view is too large to be saved. Shorten its filter.</source>
        <translation>هذا العرض أكبر من أن يُحفظ. اختصر عامل التصفية فيه.</translation>
    </message>
    <message>
        <source>Choose a case.</source>
        <translation>اختر قضية.</translation>
    </message>
    <message>
        <source>Choose a hold.</source>
        <translation>اختر تعليقًا.</translation>
    </message>
    <message>
        <source>Money of this payment was reorganised away and may come back. Resolve that case first.</source>
        <translation>أزالت إعادة تنظيم السلسلة مالًا من هذه الدفعة وقد يعود. عالج تلك القضية أولًا.</translation>
    </message>
    <message>
        <source>This is a move of our own money, from one of our addresses: it is no income.</source>
        <translation>هذه حركة لمالنا نحن، من أحد عناويننا: ليست دخلًا.</translation>
    </message>
    <message>
        <source>These blocks lie before the first one that was ever read. To begin earlier, set start_block in the configuration and start the engine again; nothing is confirmed until all of it is read.</source>
        <translation>تسبق هذه الكتل أول كتلة قُرئت على الإطلاق. للبدء قبلها اضبط start_block في الإعدادات وأعد تشغيل المحرّك؛ لا يتأكد شيء حتى يُقرأ كل ذلك.</translation>
    </message>
    <message>
        <source>Only scheme, host and port may stand in an address that is tested: a key in it would be kept for ever. Put the address into the configuration and test that source by its name.</source>
        <translation>لا يجوز في العنوان المختبَر إلا البروتوكول والخادم والمنفذ: فأي مفتاح فيه يُحفظ إلى الأبد. ضع العنوان في الإعدادات واختبر ذلك المصدر باسمه.</translation>
    </message>
    <message>
        <source>The money isn&apos;t confirmed yet and may still be reorganised away. Give it away once it is confirmed.</source>
        <translation>لم يتأكد المال بعد، وقد تزيله إعادة تنظيم السلسلة. امنحه بعد أن يتأكد.</translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message>
        <source>Displayed status</source>
        <translation>الحالة المعروضة</translation>
    </message>
    <message>
        <source>A label it carries, or none</source>
        <translation>وسم تحمله، أو لا شيء</translation>
    </message>
    <message>
        <source>Code of an open case; yes: any, no: none open</source>
        <translation>رمز قضية مفتوحة؛ yes: أي قضية، no: لا قضية مفتوحة</translation>
    </message>
    <message>
        <source>Kind of an open hold; yes: any, no: none open</source>
        <translation>نوع تعليق مفتوح؛ yes: أي تعليق، no: لا تعليق مفتوح</translation>
    </message>
    <message>
        <source>Amount verdict</source>
        <translation>الحكم على المبلغ</translation>
    </message>
    <message>
        <source>State of the detection track</source>
        <translation>حالة مسار الرصد</translation>
    </message>
    <message>
        <source>State of the confirmation track</source>
        <translation>حالة مسار التأكيد</translation>
    </message>
    <message>
        <source>State of the recognition track</source>
        <translation>حالة مسار الاعتراف</translation>
    </message>
    <message>
        <source>Whether fulfilment was released or recalled</source>
        <translation>هل أُفرج عن التنفيذ أم استُدعي</translation>
    </message>
    <message>
        <source>Name of the rail</source>
        <translation>اسم القناة</translation>
    </message>
    <message>
        <source>Name of the corridor</source>
        <translation>اسم الممر</translation>
    </message>
    <message>
        <source>Symbol of the token</source>
        <translation>رمز العملة</translation>
    </message>
    <message>
        <source>Name or id of the merchant</source>
        <translation>اسم التاجر أو معرّفه</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>المبلغ المستحق</translation>
    </message>
    <message>
        <source>Amount received</source>
        <translation>المبلغ المستلم</translation>
    </message>
    <message>
        <source>Amount confirmed</source>
        <translation>المبلغ المؤكد</translation>
    </message>
    <message>
        <source>Amount that is still missing</source>
        <translation>المبلغ الذي لا يزال ناقصًا</translation>
    </message>
    <message>
        <source>Blocks on the deciding transfer, itself included</source>
        <translation>الكتل فوق التحويل الحاسم، بما فيها كتلته</translation>
    </message>
    <message>
        <source>Time since it was created</source>
        <translation>المدة منذ إنشائها</translation>
    </message>
    <message>
        <source>When it was created (UTC)</source>
        <translation>متى أُنشئت (UTC)</translation>
    </message>
    <message>
        <source>Its deadline (UTC)</source>
        <translation>موعدها النهائي (UTC)</translation>
    </message>
    <message>
        <source>When what is shown of it last changed (UTC)</source>
        <translation>متى تغير آخر مرة ما يُعرض منها (UTC)</translation>
    </message>
    <message>
        <source>When it was confirmed (UTC)</source>
        <translation>متى تأكدت (UTC)</translation>
    </message>
    <message>
        <source>When it became final (UTC)</source>
        <translation>متى صارت نهائية (UTC)</translation>
    </message>
    <message>
        <source>When fulfilment was released (UTC)</source>
        <translation>متى أُفرج عن التنفيذ (UTC)</translation>
    </message>
    <message>
        <source>Order reference</source>
        <translation>مرجع الطلب</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Payment id</source>
        <translation>معرّف الدفعة</translation>
    </message>
    <message>
        <source>Correlation id</source>
        <translation>معرّف الارتباط</translation>
    </message>
    <message>
        <source>Address where its money is expected</source>
        <translation>العنوان الذي يُنتظر مالها عليه</translation>
    </message>
    <message>
        <source>Hash of a transaction that pays it</source>
        <translation>بصمة معاملة تدفعها</translation>
    </message>
    <message>
        <source>Severity of an open case: 1 stops money now, 4 only informs</source>
        <translation>خطورة قضية مفتوحة: 1 توقف المال الآن، و4 للإعلام فقط</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Already open in another window</source>
        <translation>مفتوحة بالفعل في نافذة أخرى</translation>
    </message>
    <message>
        <source>Made by a newer version of Tieout</source>
        <translation>أُنشئت بإصدار أحدث من Tieout</translation>
    </message>
    <message>
        <source>Made by an older version of Tieout</source>
        <translation>أُنشئت بإصدار أقدم من Tieout</translation>
    </message>
    <message>
        <source>This database is empty</source>
        <translation>قاعدة البيانات هذه فارغة</translation>
    </message>
    <message>
        <source>This is no database of Tieout</source>
        <translation>هذه ليست قاعدة بيانات Tieout</translation>
    </message>
    <message>
        <source>Made by another build of Tieout</source>
        <translation>أُنشئت ببناء آخر من Tieout</translation>
    </message>
    <message>
        <source>Sandbox and production never mix</source>
        <translation>البيئة التجريبية وبيئة الإنتاج لا تختلطان</translation>
    </message>
    <message>
        <source>Neither sandbox nor production</source>
        <translation>ليست تجريبية ولا للإنتاج</translation>
    </message>
    <message>
        <source>The login was refused</source>
        <translation>رُفض تسجيل الدخول</translation>
    </message>
    <message>
        <source>The database doesn&apos;t answer</source>
        <translation>قاعدة البيانات لا تستجيب</translation>
    </message>
    <message>
        <source>Another program holds this file</source>
        <translation>برنامج آخر يمسك هذا الملف</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>الملف تالف</translation>
    </message>
    <message>
        <source>The file can&apos;t be written</source>
        <translation>تتعذر كتابة الملف</translation>
    </message>
    <message>
        <source>The folder can&apos;t be written</source>
        <translation>تتعذر الكتابة في المجلد</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>The database can&apos;t be opened</source>
        <translation>يتعذر فتح قاعدة البيانات</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Command palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
    <message>
        <source>Find payments</source>
        <translation>البحث عن دفعات</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>إعادة القراءة</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>التبديل بين الفاتح والداكن</translation>
    </message>
    <message>
        <source>Switch between comfortable and compact rows</source>
        <translation>التبديل بين الصفوف المريحة والمضغوطة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>إغلاق النافذة</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>الصف التالي</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>الصف السابق</translation>
    </message>
    <message>
        <source>Select more rows</source>
        <translation>تحديد مزيد من الصفوف</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>نسخ الصفوف المحددة</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>في القوائم</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>دفعة جديدة</translation>
    </message>
    <message>
        <source>Export payments</source>
        <translation>تصدير الدفعات</translation>
    </message>
    <message>
        <source>Copy the current cell</source>
        <translation>نسخ الخلية الحالية</translation>
    </message>
    <message>
        <source>What can be copied of the row</source>
        <translation>ما يمكن نسخه من الصف</translation>
    </message>
    <message>
        <source>Back from a rail to the overview</source>
        <translation>العودة من القناة إلى النظرة العامة</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>‏JSON الخام</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>نسخ المعرّف</translation>
    </message>
    <message>
        <source>Copy the address to pay to</source>
        <translation>نسخ عنوان الدفع</translation>
    </message>
    <message>
        <source>Copy the transaction&apos;s hash</source>
        <translation>نسخ بصمة المعاملة</translation>
    </message>
    <message>
        <source>Copy as ticket</source>
        <translation>نسخ كتذكرة</translation>
    </message>
    <message>
        <source>QR code, large or small</source>
        <translation>رمز QR كبيرًا أو صغيرًا</translation>
    </message>
    <message>
        <source>Open in the explorer</source>
        <translation>فتح في المستكشف</translation>
    </message>
    <message>
        <source>On the payment</source>
        <translation>في الدفعة</translation>
    </message>
</context>
<context>
    <name>tieout::AppearanceSettings</name>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Rows of long tables</source>
        <translation>صفوف الجداول الطويلة</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>مريحة</translation>
    </message>
    <message>
        <source>Compact: more rows on the screen</source>
        <translation>مضغوطة: صفوف أكثر على الشاشة</translation>
    </message>
    <message>
        <source>Light and dark apply at once. “System” follows the desktop: at once where it announces a change, otherwise at the next start.</source>
        <translation>يُطبَّق الفاتح والداكن فورًا. «النظام» يتبع سطح المكتب: فورًا حيث يعلن التغيير، وإلا ففي البدء التالي.</translation>
    </message>
</context>
<context>
    <name>tieout::BackfillCard</name>
    <message numerus="yes">
        <source>reading, %n block(s) done</source>
        <extracomment>Of a reading again: how many blocks are done.</extracomment>
        <translation>
            <numerusform>جارٍ القراءة، لا كتل منجزة (%n)</numerusform>
            <numerusform>جارٍ القراءة، أُنجزت كتلة واحدة (%n)</numerusform>
            <numerusform>جارٍ القراءة، أُنجزت كتلتان (%n)</numerusform>
            <numerusform>جارٍ القراءة، أُنجزت %n كتل</numerusform>
            <numerusform>جارٍ القراءة، أُنجزت %n كتلة</numerusform>
            <numerusform>جارٍ القراءة، أُنجزت %n كتلة</numerusform>
        </translation>
    </message>
    <message>
        <source>read</source>
        <translation>قُرئت</translation>
    </message>
    <message>
        <source>failed at block %1</source>
        <translation>فشلت عند الكتلة ⁨%1⁩</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>أُلغيت</translation>
    </message>
    <message>
        <source>asked for by %1, %2 UTC</source>
        <extracomment>A person, then a time.</extracomment>
        <translation>طلبها ⁨%1⁩، ‏⁨%2⁩ UTC</translation>
    </message>
    <message>
        <source>Backfill</source>
        <translation>إعادة القراءة</translation>
    </message>
    <message>
        <source>&amp;Read these blocks again</source>
        <translation>إعادة &amp;قراءة هذه الكتل</translation>
    </message>
    <message>
        <source>Progress of the backfill</source>
        <translation>تقدّم إعادة القراءة</translation>
    </message>
    <message>
        <source>Backfills of this rail</source>
        <translation>إعادات القراءة لهذه القناة</translation>
    </message>
    <message>
        <source>The engine reads the blocks once more and records what it finds; what is known already changes nothing.</source>
        <translation>يقرأ المحرّك الكتل مرة أخرى ويسجل ما يجده؛ وما هو معروف لا يغيّر شيئًا.</translation>
    </message>
    <message>
        <source>&amp;From block</source>
        <translation>&amp;من الكتلة</translation>
    </message>
    <message>
        <source>&amp;To block</source>
        <translation>&amp;إلى الكتلة</translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>Block %1 was read last</source>
        <translation>آخر كتلة قُرئت هي ⁨%1⁩</translation>
    </message>
    <message>
        <source>Write the number of a block</source>
        <translation>اكتب رقم كتلة</translation>
    </message>
    <message>
        <source>The last block is below the first</source>
        <translation>الكتلة الأخيرة قبل الأولى</translation>
    </message>
    <message>
        <source>Block %1 was read last; beyond it there is nothing to read again</source>
        <translation>آخر كتلة قُرئت هي ⁨%1⁩؛ ولا شيء بعدها يُعاد قراءته</translation>
    </message>
    <message>
        <source>Reading: %1 of %2 blocks</source>
        <extracomment>Blocks that are read, of all that are asked for.</extracomment>
        <translation>جارٍ القراءة: ⁨%1⁩ من ⁨%2⁩ كتلة</translation>
    </message>
    <message>
        <source>Block %1 was read first</source>
        <translation>الكتلة ⁨%1⁩ هي أول ما قُرئ</translation>
    </message>
</context>
<context>
    <name>tieout::CancelPaymentDialog</name>
    <message>
        <source>Why nobody waits for this money any more</source>
        <translation>لماذا لم يعد أحد ينتظر هذا المال</translation>
    </message>
    <message>
        <source>&amp;Cancel the payment</source>
        <translation>إل&amp;غاء الدفعة</translation>
    </message>
    <message>
        <source>Cancel the payment</source>
        <translation>إلغاء الدفعة</translation>
    </message>
    <message>
        <source>This is final: a cancelled payment can&apos;t be opened again. Its address stays watched, and money that still comes opens a case.</source>
        <translation>هذا نهائي: لا يمكن إعادة فتح دفعة ملغاة. يبقى عنوانها مراقَبًا، والمال الذي يصل بعد ذلك يفتح قضية.</translation>
    </message>
</context>
<context>
    <name>tieout::Chart</name>
    <message>
        <source>Copy as &amp;image</source>
        <translation>نسخ ك&amp;صورة</translation>
    </message>
    <message>
        <source>Copy figures as &amp;CSV</source>
        <translation>نسخ الأرقام بصيغة &amp;CSV</translation>
    </message>
</context>
<context>
    <name>tieout::CloseNotice</name>
    <message>
        <source>Close before the database has answered?</source>
        <translation>أتريد الإغلاق قبل أن تجيب قاعدة البيانات؟</translation>
    </message>
    <message>
        <source>&amp;Keep the window</source>
        <translation>إ&amp;بقاء النافذة</translation>
    </message>
    <message>
        <source>&amp;Close anyway</source>
        <translation>إ&amp;غلاق على أي حال</translation>
    </message>
    <message>
        <source>This window alone keeps what is named below, and sends it again as soon as the database answers. Closed now, what has not arrived is lost, and nobody decides it.</source>
        <translation>هذه النافذة وحدها تحفظ ما يُذكر أدناه وتعيد إرساله فور استجابة قاعدة البيانات. إذا أُغلقت الآن ضاع ما لم يصل ولم يبتّ فيه أحد.</translation>
    </message>
</context>
<context>
    <name>tieout::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>عمَّ تبحث؟</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>النتائج المطابقة</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>لا شيء يطابق.</translation>
    </message>
    <message>
        <source>↑ ↓ to move   ·   Enter to choose   ·   Esc to close</source>
        <translation>↑ ↓ للتنقل   ·   Enter للاختيار   ·   Esc للإغلاق</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>صفحة</translation>
    </message>
    <message>
        <source>Search the payments for “%1”</source>
        <translation>البحث عن «⁨%1⁩» في الدفعات</translation>
    </message>
    <message>
        <source>Page, view, action, payment id, order, address or transaction</source>
        <translation>صفحة أو عرض أو إجراء أو معرّف دفعة أو طلب أو عنوان أو معاملة</translation>
    </message>
    <message>
        <source>Saved view of payments</source>
        <translation>عرض محفوظ للدفعات</translation>
    </message>
</context>
<context>
    <name>tieout::ConnectionBanner</name>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>No answer from the database since %1 UTC</source>
        <translation>لا إجابة من قاعدة البيانات منذ ⁨%1⁩ بالتوقيت العالمي</translation>
    </message>
    <message>
        <source>The database can&apos;t be read</source>
        <translation>تتعذر قراءة قاعدة البيانات</translation>
    </message>
    <message>
        <source>%1 What is on screen is from before.</source>
        <translation>‏⁨%1⁩ ما على الشاشة قديم.</translation>
    </message>
</context>
<context>
    <name>tieout::ConnectionSettings</name>
    <message>
        <source>Open in this window</source>
        <translation>الفتح في هذه النافذة</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>فُتحت من قبل</translation>
    </message>
    <message>
        <source>Opening another one closes this window in order first. Passwords are never kept; the login&apos;s is asked for again.</source>
        <translation>فتح قاعدة أخرى يغلق هذه النافذة أولًا إغلاقًا منظمًا. لا تُحفظ كلمات المرور أبدًا؛ وتُطلب كلمة مرور الحساب من جديد.</translation>
    </message>
    <message>
        <source>Open another database…</source>
        <translation>فتح قاعدة بيانات أخرى…</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>Acting as</source>
        <translation>العمل بصفة</translation>
    </message>
    <message>
        <source>a socket of this machine</source>
        <translation>مقبس على هذا الجهاز</translation>
    </message>
    <message>
        <source>libpq&apos;s default (prefer)</source>
        <translation>الافتراضي في libpq ‏(prefer)</translation>
    </message>
    <message>
        <source>TLS mode</source>
        <translation>وضع TLS</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>البيئة</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>لم تُقرأ بعد</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>المحرّك</translation>
    </message>
    <message>
        <source>%1, term %2</source>
        <translation>‏⁨%1⁩، الدورة ⁨%2⁩</translation>
    </message>
    <message>
        <source>none works on it now</source>
        <translation>لا يعمل عليها أي محرّك الآن</translation>
    </message>
    <message>
        <source>Is open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>It is open in this window</source>
        <translation>مفتوحة في هذه النافذة</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>فتح ⁨%1⁩</translation>
    </message>
    <message>
        <source>Forget it; the database itself stays</source>
        <translation>نسيانها؛ وتبقى قاعدة البيانات نفسها</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>نسيان ⁨%1⁩</translation>
    </message>
    <message>
        <source>Nothing yet: this window was opened directly.</source>
        <translation>لا شيء بعد: فُتحت هذه النافذة مباشرة.</translation>
    </message>
</context>
<context>
    <name>tieout::ConnectionView</name>
    <message>
        <source>A file of this machine: nothing travels</source>
        <translation>ملف على هذا الجهاز: لا شيء يُنقل</translation>
    </message>
    <message>
        <source>A socket of this machine: nothing travels</source>
        <translation>مقبس على هذا الجهاز: لا شيء يُنقل</translation>
    </message>
    <message>
        <source>None: passwords and amounts cross the network in clear</source>
        <translation>بلا حماية: تعبر كلمات المرور والمبالغ الشبكة مكشوفة</translation>
    </message>
    <message>
        <source>%1, but the server&apos;s name isn&apos;t checked</source>
        <translation>‏⁨%1⁩، لكن اسم الخادم لا يُتحقق منه</translation>
    </message>
    <message>
        <source>%1, and the server&apos;s name is checked</source>
        <translation>‏⁨%1⁩، ويُتحقق من اسم الخادم</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>جارٍ التجربة…</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>لا اتصال</translation>
    </message>
    <message>
        <source>Connected, but it can&apos;t be used yet</source>
        <translation>متصل، لكن لا يمكن استخدامها بعد</translation>
    </message>
    <message>
        <source>Connected as a superuser</source>
        <translation>متصل كمستخدم فائق</translation>
    </message>
    <message>
        <source>Such a login acts for nobody, so the console would only look on. Use a login that an administrator made with: tieoutd user add</source>
        <translation>حساب كهذا لا يعمل باسم أحد، فتكتفي وحدة التحكم بالعرض. استخدم حسابًا أنشأه أحد المسؤولين بالأمر: tieoutd user add</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>تعمل</translation>
    </message>
    <message>
        <source>This console can work with the database.</source>
        <translation>تستطيع وحدة التحكم هذه العمل مع قاعدة البيانات.</translation>
    </message>
    <message>
        <source>The connection is not fully protected</source>
        <translation>الاتصال غير محمي بالكامل</translation>
    </message>
    <message>
        <source>Choose “verify the server” unless both ends stand in one trusted network.</source>
        <translation>اختر «التحقق من الخادم» ما لم يكن الطرفان في شبكة واحدة موثوقة.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>الحماية</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>May act as</source>
        <translation>يجوز له العمل بصفة</translation>
    </message>
    <message>
        <source>nobody: this login can only look</source>
        <translation>لا أحد: هذا الحساب للعرض فقط</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>البيئة</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>المخطط</translation>
    </message>
    <message>
        <source>version %1, this program works with %2</source>
        <translation>الإصدار ⁨%1⁩، ويعمل هذا البرنامج مع ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>tieout::CoverageBar</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>The first and the last block of a range.</extracomment>
        <translation>من ⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n block(s)</source>
        <extracomment>A range of blocks, then how many there are.</extracomment>
        <translation>
            <numerusform>‏⁨%1⁩ · لا كتل (%n)</numerusform>
            <numerusform>‏⁨%1⁩ · كتلة واحدة (%n)</numerusform>
            <numerusform>‏⁨%1⁩ · كتلتان (%n)</numerusform>
            <numerusform>‏⁨%1⁩ · %n كتل</numerusform>
            <numerusform>‏⁨%1⁩ · %n كتلة</numerusform>
            <numerusform>‏⁨%1⁩ · %n كتلة</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocks that were read</source>
        <translation>الكتل التي قُرئت</translation>
    </message>
    <message>
        <source>Watched: %1</source>
        <translation>مراقَب: ⁨%1⁩</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>لا فجوات (%n)</numerusform>
            <numerusform>فجوة واحدة (%n)</numerusform>
            <numerusform>فجوتان (%n)</numerusform>
            <numerusform>‏%n فجوات</numerusform>
            <numerusform>‏%n فجوة</numerusform>
            <numerusform>‏%n فجوة</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>الكتل</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>مراقَب</translation>
    </message>
    <message>
        <source>Gap: %1</source>
        <translation>فجوة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>فجوة</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>لم تُقرأ بعد</translation>
    </message>
    <message>
        <source>head %1</source>
        <extracomment>The newest block of a chain, below the end of a bar.</extracomment>
        <translation>الرأس ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>tieout::CoverageCard</name>
    <message>
        <source>all tokens at watched addresses</source>
        <translation>كل العملات على العناوين المراقَبة</translation>
    </message>
    <message>
        <source>listed tokens only</source>
        <translation>العملات المدرجة فقط</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>التغطية</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>الفجوة</translation>
    </message>
    <message>
        <source>Backfill…</source>
        <translation>سد الفجوة…</translation>
    </message>
    <message>
        <source>Backfill the gap %1</source>
        <translation>سد الفجوة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Every block from %1 to %2 was read.</source>
        <translation>قُرئت كل الكتل من ⁨%1⁩ إلى ⁨%2⁩.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are missing; the first %1 gaps:</source>
        <translation>
            <numerusform>لا كتل ناقصة (%n)؛ أول ⁨%1⁩ من الفجوات:</numerusform>
            <numerusform>كتلة ناقصة واحدة (%n)؛ أول ⁨%1⁩ من الفجوات:</numerusform>
            <numerusform>كتلتان ناقصتان (%n)؛ أول ⁨%1⁩ من الفجوات:</numerusform>
            <numerusform>‏%n كتل ناقصة؛ أول ⁨%1⁩ من الفجوات:</numerusform>
            <numerusform>‏%n كتلة ناقصة؛ أول ⁨%1⁩ من الفجوات:</numerusform>
            <numerusform>‏%n كتلة ناقصة؛ أول ⁨%1⁩ من الفجوات:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are missing. Nothing is promoted until they are read.</source>
        <translation>
            <numerusform>لا كتل ناقصة (%n). لا يُرقّى شيء حتى تُقرأ.</numerusform>
            <numerusform>كتلة ناقصة واحدة (%n). لا يُرقّى شيء حتى تُقرأ.</numerusform>
            <numerusform>كتلتان ناقصتان (%n). لا يُرقّى شيء حتى تُقرأا.</numerusform>
            <numerusform>‏%n كتل ناقصة. لا يُرقّى شيء حتى تُقرأ.</numerusform>
            <numerusform>‏%n كتلة ناقصة. لا يُرقّى شيء حتى تُقرأ.</numerusform>
            <numerusform>‏%n كتلة ناقصة. لا يُرقّى شيء حتى تُقرأ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>النطاق</translation>
    </message>
    <message>
        <source>Watched set</source>
        <translation>المجموعة المراقَبة</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>الكتل</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>قُرئت</translation>
    </message>
    <message>
        <source>Read twice</source>
        <translation>قُرئت مرتين</translation>
    </message>
    <message>
        <source>Last read (UTC)</source>
        <translation>آخر قراءة (UTC)</translation>
    </message>
    <message>
        <source>version %1</source>
        <extracomment>The version of the set of addresses that was looked for.</extracomment>
        <translation>الإصدار ⁨%1⁩</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <source>No block of this rail was read yet. The engine begins at its head, or at the first block that its configuration names.</source>
        <translation>لم تُقرأ أي كتلة من هذه القناة بعد. يبدأ المحرّك عند رأسها، أو عند أول كتلة تذكرها إعداداته.</translation>
    </message>
    <message>
        <source>%1 of %2 blocks read</source>
        <extracomment>Blocks that were read, out of all from the first that is watched to the head.</extracomment>
        <translation>قُرئت ⁨%1⁩ من ⁨%2⁩ كتلة</translation>
    </message>
</context>
<context>
    <name>tieout::CreatePaymentDialog</name>
    <message>
        <source>New payment</source>
        <translation>دفعة جديدة</translation>
    </message>
    <message>
        <source>An amount that somebody is expected to pay on one corridor.</source>
        <translation>مبلغ يُنتظر أن يدفعه شخص ما على ممر واحد.</translation>
    </message>
    <message>
        <source>Its terms are final once it is created: the amount, the corridor and its rules are pinned.</source>
        <translation>شروطها نهائية فور إنشائها: المبلغ والممر وقواعده ثابتة.</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>إ&amp;نشاء</translation>
    </message>
    <message>
        <source>&amp;Merchant</source>
        <translation>ال&amp;تاجر</translation>
    </message>
    <message>
        <source>C&amp;orridor</source>
        <translation>الم&amp;مر</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>المبل&amp;غ</translation>
    </message>
    <message>
        <source>O&amp;rder reference</source>
        <translation>م&amp;رجع الطلب</translation>
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation>ال&amp;عميل</translation>
    </message>
    <message>
        <source>&amp;Expires in</source>
        <translation>تنت&amp;هي خلال</translation>
    </message>
    <message>
        <source>Such as 30m, 24h or 7d; empty: as the corridor says.</source>
        <translation>مثل 30m أو 24h أو 7d؛ الفارغ: بحسب الممر.</translation>
    </message>
    <message>
        <source>%1: %2 on %3</source>
        <extracomment>A corridor&apos;s name, its token and its rail.</extracomment>
        <translation>‏⁨%1⁩: ⁨%2⁩ على ⁨%3⁩</translation>
    </message>
    <message numerus="yes">
        <source>%1: at least %2, up to %n decimal(s).</source>
        <extracomment>A token, an amount, a number of decimals.</extracomment>
        <translation>
            <numerusform>‏⁨%1⁩: ⁨%2⁩ على الأقل، دون منازل عشرية (%n).</numerusform>
            <numerusform>‏⁨%1⁩: ⁨%2⁩ على الأقل، حتى منزلة عشرية واحدة (%n).</numerusform>
            <numerusform>‏⁨%1⁩: ⁨%2⁩ على الأقل، حتى منزلتين عشريتين (%n).</numerusform>
            <numerusform>‏⁨%1⁩: ⁨%2⁩ على الأقل، حتى %n منازل عشرية.</numerusform>
            <numerusform>‏⁨%1⁩: ⁨%2⁩ على الأقل، حتى %n منزلة عشرية.</numerusform>
            <numerusform>‏⁨%1⁩: ⁨%2⁩ على الأقل، حتى %n منزلة عشرية.</numerusform>
        </translation>
    </message>
    <message>
        <source>The payment was created</source>
        <translation>تم إنشاء الدفعة</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Pay to</source>
        <translation>الدفع إلى</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>تنتهي في</translation>
    </message>
    <message>
        <source>Copy the &amp;address</source>
        <translation>نسخ ال&amp;عنوان</translation>
    </message>
    <message>
        <source>Copy the &amp;reference</source>
        <translation>نسخ ال&amp;مرجع</translation>
    </message>
</context>
<context>
    <name>tieout::DecidingRows</name>
    <message>
        <source>%1: %2</source>
        <extracomment>What was asked for, then how it stands.</extracomment>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>tieout::DecisionDialog</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Re&amp;ason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>Stays in the journal for ever, with your name.</source>
        <translation>يبقى في السجل إلى الأبد، باسمك.</translation>
    </message>
</context>
<context>
    <name>tieout::DecisionStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>Nobody decides it any more; nothing will be changed</source>
        <translation>لا يبت فيه أحد بعد الآن؛ ولن يتغير شيء</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A button, then what it is about.</extracomment>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>tieout::DeleteViewDialog</name>
    <message>
        <source>Delete the view “%1”</source>
        <extracomment>Who sees a view: only its owner, everyone, a class.</extracomment>
        <translation>حذف العرض «⁨%1⁩»</translation>
    </message>
    <message>
        <source>Seen by: %1</source>
        <translation>يراه: ⁨%1⁩</translation>
    </message>
    <message>
        <source>It is gone for everyone who uses it. No payment is changed.</source>
        <translation>يختفي لدى كل من يستخدمه. لا تتغير أي دفعة.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;حذف</translation>
    </message>
</context>
<context>
    <name>tieout::DepthList</name>
    <message>
        <source>Payments</source>
        <translation>الدفعات</translation>
    </message>
    <message>
        <source>Oldest case</source>
        <extracomment>Above ages: of the oldest of a queue.</extracomment>
        <translation>أقدم قضية</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>الأقدم</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>لا متأخر (%n)</numerusform>
            <numerusform>متأخرة واحدة (%n)</numerusform>
            <numerusform>متأخرتان (%n)</numerusform>
            <numerusform>‏%n متأخرة</numerusform>
            <numerusform>‏%n متأخرة</numerusform>
            <numerusform>‏%n متأخرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n about no payment</source>
        <translation>
            <numerusform>لا شيء دون دفعة (%n)</numerusform>
            <numerusform>واحدة دون دفعة (%n)</numerusform>
            <numerusform>اثنتان دون دفعة (%n)</numerusform>
            <numerusform>‏%n دون دفعة</numerusform>
            <numerusform>‏%n دون دفعة</numerusform>
            <numerusform>‏%n دون دفعة</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1, oldest: %2</source>
        <extracomment>A queue, then the age of the oldest in it.</extracomment>
        <translation>‏⁨%1⁩، الأقدم: ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A queue, then how many payments are in it.</extracomment>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>tieout::EntryList</name>
    <message>
        <source>takes back: %1</source>
        <extracomment>An entry of a timeline that undoes another one, whose title is given.</extracomment>
        <translation>يُبطل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>فتح ⁨%1⁩</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>نسخ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>tieout::EnvironmentStrip</name>
    <message>
        <source>SANDBOX</source>
        <translation>تجريبية</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>إنتاج</translation>
    </message>
    <message>
        <source>NO DATABASE</source>
        <translation>لا قاعدة بيانات</translation>
    </message>
</context>
<context>
    <name>tieout::ExportDialog</name>
    <message>
        <source>Export payments</source>
        <translation>تصدير الدفعات</translation>
    </message>
    <message>
        <source>What the list shows now, into a file of its own.</source>
        <translation>ما تعرضه القائمة الآن، في ملف مستقل.</translation>
    </message>
    <message>
        <source>The file begins with its filter, the time in UTC, the number of its rows and a hash of them. Nothing in it can be taken for a formula.</source>
        <translation>يبدأ الملف بعامل التصفية والوقت العالمي وعدد الصفوف وبصمتها. لا شيء فيه يمكن أن يُحسب صيغة حسابية.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Excel workbook (XLSX)</source>
        <translation>مصنّف Excel ‏(XLSX)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>ال&amp;صيغة</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>ال&amp;ملف</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>ا&amp;ستعراض…</translation>
    </message>
    <message>
        <source>&amp;Replace the file that is there</source>
        <translation>استب&amp;دال الملف الموجود</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;تصدير</translation>
    </message>
    <message>
        <source>Payments</source>
        <extracomment>Of rows in a list that is still being counted.</extracomment>
        <translation>الدفعات</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>أكثر من ⁨%1⁩</translation>
    </message>
    <message>
        <source>Columns</source>
        <extracomment>A number of columns, then their names.</extracomment>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>%1 as shown: %2</source>
        <translation>‏⁨%1⁩ كما هي معروضة: ⁨%2⁩</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>عامل التصفية</translation>
    </message>
    <message>
        <source>none: all payments</source>
        <translation>لا شيء: كل الدفعات</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>البيئة</translation>
    </message>
    <message>
        <source>Text for spreadsheets and scripts, in UTF-8.</source>
        <translation>نص لجداول البيانات والبرامج النصية، بترميز UTF-8.</translation>
    </message>
    <message>
        <source>For Excel and LibreOffice. Amounts keep every digit.</source>
        <translation>لبرنامجي Excel وLibreOffice. تحتفظ المبالغ بكل خاناتها.</translation>
    </message>
    <message>
        <source>For programs. Amounts are texts, so that none is rounded.</source>
        <translation>للبرامج. المبالغ نصوص، فلا يُقرَّب أي منها.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>التصدير إلى</translation>
    </message>
</context>
<context>
    <name>tieout::ExportStrip</name>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;متابعة</translation>
    </message>
    <message>
        <source>Choose another &amp;file…</source>
        <translation>اختيار ملف &amp;آخر…</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>فتح المج&amp;لد</translation>
    </message>
    <message>
        <source>Copy has&amp;h</source>
        <translation>نسخ الب&amp;صمة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>تقدّم التصدير</translation>
    </message>
    <message>
        <source>%1 written</source>
        <extracomment>Rows of a file that are written, of all.</extracomment>
        <translation>كُتب منها ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <translation>كُتب ⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Rows that are written, then the time that is left.</extracomment>
        <translation>‏⁨%1⁩ · ⁨%2⁩</translation>
    </message>
    <message>
        <source>Exporting payments to %1</source>
        <translation>جارٍ تصدير الدفعات إلى ⁨%1⁩</translation>
    </message>
    <message>
        <source>The export wasn&apos;t written</source>
        <translation>لم يُكتب التصدير</translation>
    </message>
    <message>
        <source>The export stopped after %1 of its rows</source>
        <translation>توقف التصدير بعد ⁨%1⁩ من صفوفه</translation>
    </message>
    <message numerus="yes">
        <source>%1 payment(s) exported to %2</source>
        <extracomment>%1 is the number, grouped by threes, %2 a file; %n chooses the form.</extracomment>
        <translation>
            <numerusform>لا دفعات صُدّرت إلى ⁨%2⁩ (⁨%1⁩)</numerusform>
            <numerusform>صُدّرت دفعة واحدة إلى ⁨%2⁩ (⁨%1⁩)</numerusform>
            <numerusform>صُدّرت دفعتان إلى ⁨%2⁩ (⁨%1⁩)</numerusform>
            <numerusform>صُدّرت ⁨%1⁩ دفعات إلى ⁨%2⁩</numerusform>
            <numerusform>صُدّرت ⁨%1⁩ دفعة إلى ⁨%2⁩</numerusform>
            <numerusform>صُدّرت ⁨%1⁩ دفعة إلى ⁨%2⁩</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1 · SHA-256 %2…</source>
        <extracomment>The folder of a file, and the first digits of its hash.</extracomment>
        <translation>في ⁨%1⁩ · SHA-256 ⁨%2⁩…</translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>أُلغي التصدير</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>لم يُكتب أي ملف.</translation>
    </message>
    <message>
        <source>%1 What is written is kept; go on, and the rest is added.</source>
        <extracomment>A sentence that says why the database doesn&apos;t answer.</extracomment>
        <translation>‏⁨%1⁩ ما كُتب محفوظ؛ تابع فيُضاف الباقي.</translation>
    </message>
    <message>
        <source>%1 written; the file is being put in its place</source>
        <extracomment>%1 is the number of rows.</extracomment>
        <translation>كُتب ⁨%1⁩؛ يجري وضع الملف في مكانه</translation>
    </message>
    <message>
        <source>The file is being put in its place, and that can&apos;t be taken back</source>
        <translation>يجري وضع الملف في مكانه ولا يمكن التراجع عن ذلك</translation>
    </message>
</context>
<context>
    <name>tieout::FactGrid</name>
    <message>
        <source>Copy: %1</source>
        <extracomment>%1 is the name of a fact, such as &quot;Order&quot;.</extracomment>
        <translation>نسخ: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>نسخ ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>tieout::FilterChips</name>
    <message>
        <source>Filter in force</source>
        <translation>عامل التصفية الساري</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>مسح الكل</translation>
    </message>
    <message>
        <source>Remove the condition %1</source>
        <translation>إزالة الشرط ⁨%1⁩</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>إزالة هذا الشرط</translation>
    </message>
</context>
<context>
    <name>tieout::FilterEdit</name>
    <message>
        <source>Filters used before</source>
        <translation>عوامل تصفية استُخدمت من قبل</translation>
    </message>
    <message>
        <source>Filters used before (↓ in the empty field)</source>
        <translation>عوامل تصفية استُخدمت من قبل (↓ في الحقل الفارغ)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>مسح عامل التصفية</translation>
    </message>
</context>
<context>
    <name>tieout::FilterPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>اقتراحات</translation>
    </message>
    <message>
        <source>↑ ↓ to move   ·   Tab to take   ·   Esc to close</source>
        <translation>↑ ↓ للتنقل   ·   Tab للأخذ   ·   Esc للإغلاق</translation>
    </message>
</context>
<context>
    <name>tieout::FilterSuggestions</name>
    <message>
        <source>No filter has been used yet.</source>
        <translation>لم يُستخدم أي عامل تصفية بعد.</translation>
    </message>
</context>
<context>
    <name>tieout::Footer</name>
    <message>
        <source>engine running, term %1</source>
        <translation>المحرّك يعمل، الدورة ⁨%1⁩</translation>
    </message>
    <message>
        <source>no engine</source>
        <translation>لا محرّك</translation>
    </message>
    <message>
        <source>no engine for %1</source>
        <translation>لا محرّك منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <extracomment>The time of day in UTC.</extracomment>
        <translation>⁨%1⁩ UTC</translation>
    </message>
    <message>
        <source>Reading the state of the rails…</source>
        <translation>جارٍ قراءة حالة القنوات…</translation>
    </message>
    <message>
        <source>No rail has been watched yet</source>
        <translation>لم تُراقَب أي قناة بعد</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>المحرّك</translation>
    </message>
    <message>
        <source>%1
Held by %2</source>
        <translation>‏⁨%1⁩
يمسكه ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1
What people decide waits until one works again</source>
        <translation>‏⁨%1⁩
ما يقرره الأشخاص ينتظر حتى يعمل محرّك من جديد</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>database lost, reconnecting for %1</source>
        <translation>انقطعت قاعدة البيانات، وإعادة الاتصال جارية منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>database can&apos;t be read</source>
        <translation>تتعذر قراءة قاعدة البيانات</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>متصلة</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>The database answers</source>
        <translation>قاعدة البيانات تستجيب</translation>
    </message>
    <message>
        <source>Waiting for the first answer</source>
        <translation>في انتظار أول إجابة</translation>
    </message>
</context>
<context>
    <name>tieout::HoldPaymentDialog</name>
    <message>
        <source>Operator: something has to be asked</source>
        <translation>المشغّل: يجب السؤال عن شيء ما</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>المالية</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>&amp;Kind of hold</source>
        <translation>&amp;نوع التعليق</translation>
    </message>
    <message>
        <source>What has to be cleared up</source>
        <translation>ما الذي يجب توضيحه</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>ت&amp;عليق</translation>
    </message>
    <message>
        <source>Hold the payment</source>
        <translation>تعليق الدفعة</translation>
    </message>
    <message>
        <source>This is final: that it was held, and why, stays in the journal. The payment is held until somebody releases it; money that comes is still counted.</source>
        <translation>هذا نهائي: يبقى في السجل أنها عُلّقت ولماذا. تبقى الدفعة معلّقة حتى يرفع شخص ما التعليق؛ ويظل المال الذي يصل محسوبًا.</translation>
    </message>
</context>
<context>
    <name>tieout::IntakeList</name>
    <message>
        <source>Corridor</source>
        <translation>الممر</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>الدفعات</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>تم التأكيد</translation>
    </message>
    <message numerus="yes">
        <source>%1, confirmed today: %n payment(s)</source>
        <translation>
            <numerusform>‏⁨%1⁩، تأكد اليوم: لا دفعات (%n)</numerusform>
            <numerusform>‏⁨%1⁩، تأكد اليوم: دفعة واحدة (%n)</numerusform>
            <numerusform>‏⁨%1⁩، تأكد اليوم: دفعتان (%n)</numerusform>
            <numerusform>‏⁨%1⁩، تأكد اليوم: %n دفعات</numerusform>
            <numerusform>‏⁨%1⁩، تأكد اليوم: %n دفعة</numerusform>
            <numerusform>‏⁨%1⁩، تأكد اليوم: %n دفعة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::LanguageSettings</name>
    <message>
        <source>Language of the console</source>
        <translation>لغة وحدة التحكم</translation>
    </message>
    <message>
        <source>Used from the next start on, with the direction of its script. Journal, logs and stored values keep their words.</source>
        <translation>تُستخدم منذ البدء التالي، مع اتجاه كتابتها. السجل وملفات السجل والقيم المحفوظة تحتفظ بكلماتها.</translation>
    </message>
    <message>
        <source>The system&apos;s language</source>
        <translation>لغة النظام</translation>
    </message>
    <message>
        <source>Close and start Tieout again to read it in this language.</source>
        <translation>أغلق Tieout وابدأه من جديد لقراءته بهذه اللغة.</translation>
    </message>
</context>
<context>
    <name>tieout::LinkTransferDialog</name>
    <message>
        <source>What shows that the money is meant for this payment</source>
        <translation>ما الذي يبيّن أن المال مخصص لهذه الدفعة</translation>
    </message>
    <message>
        <source>This is final: a transfer counts for one payment only.</source>
        <translation>هذا نهائي: لا يُحسب التحويل إلا لدفعة واحدة.</translation>
    </message>
    <message>
        <source>&amp;Link to this payment</source>
        <translation>&amp;ربط بهذه الدفعة</translation>
    </message>
    <message>
        <source>Transfers that belong to no payment</source>
        <translation>تحويلات لا تخص أي دفعة</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>الوقت (UTC)</translation>
    </message>
    <message>
        <source>Why it is proposed</source>
        <translation>سبب اقتراحه</translation>
    </message>
    <message>
        <source>Or the hash of the chain transaction: 0x…</source>
        <translation>أو بصمة معاملة السلسلة: 0x…</translation>
    </message>
    <message>
        <source>Hash of the chain transaction</source>
        <translation>بصمة معاملة السلسلة</translation>
    </message>
    <message>
        <source>The chosen transfer</source>
        <translation>التحويل المختار</translation>
    </message>
    <message>
        <source>Link a transfer</source>
        <translation>ربط تحويل</translation>
    </message>
    <message>
        <source>No money came to %1 that belongs to no payment. If the customer has paid, ask for the hash of the chain transaction.</source>
        <translation>لم يصل إلى ⁨%1⁩ مال لا يخص أي دفعة. إن كان العميل قد دفع فاطلب منه بصمة معاملة السلسلة.</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>المعاملة</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
</context>
<context>
    <name>tieout::MainWindow</name>
    <message>
        <source>Payments</source>
        <translation>الدفعات</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Tieout</source>
        <extracomment>The title of the window: environment, database, program.</extracomment>
        <translation>Tieout</translation>
    </message>
    <message>
        <source>[%1] %2 – Tieout</source>
        <translation>[⁨%1⁩] ⁨%2⁩ – Tieout</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
</context>
<context>
    <name>tieout::Navigation</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>The name of an action and its keys.</extracomment>
        <translation>‏⁨%1⁩ ‏(⁨%2⁩)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
</context>
<context>
    <name>tieout::NewRowsButton</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>لا جديد (%n)</numerusform>
            <numerusform>جديدة واحدة (%n)</numerusform>
            <numerusform>جديدتان (%n)</numerusform>
            <numerusform>‏%n جديدة</numerusform>
            <numerusform>‏%n جديدة</numerusform>
            <numerusform>‏%n جديدة</numerusform>
        </translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>تغير الترتيب</translation>
    </message>
    <message>
        <source>Show the new payments</source>
        <translation>عرض الدفعات الجديدة</translation>
    </message>
    <message>
        <source>Some payments changed their place: read the list again</source>
        <translation>غيّرت بعض الدفعات مكانها: أعد قراءة القائمة</translation>
    </message>
</context>
<context>
    <name>tieout::NotificationSettings</name>
    <message>
        <source>Desktop notifications</source>
        <translation>إشعارات سطح المكتب</translation>
    </message>
    <message>
        <source>One message for each new case of severity 1, the kind that stops money. Nothing else makes noise.</source>
        <translation>رسالة واحدة لكل قضية جديدة من الخطورة 1، وهي التي توقف المال. لا شيء غيرها يُصدر تنبيهًا.</translation>
    </message>
    <message>
        <source>Tell me of cases of severity 1</source>
        <translation>أبلغني بالقضايا من الخطورة 1</translation>
    </message>
    <message>
        <source>This desktop has no notification area, so that there is nowhere to tell it.</source>
        <translation>ليس لسطح المكتب هذا منطقة إشعارات، فلا مكان للإبلاغ فيه.</translation>
    </message>
</context>
<context>
    <name>tieout::Notifier</name>
    <message>
        <source>Tieout: no open case of severity 1</source>
        <translation>‏Tieout: لا قضية مفتوحة من الخطورة 1</translation>
    </message>
    <message numerus="yes">
        <source>Tieout: %n open case(s) of severity 1</source>
        <translation>
            <numerusform>‏Tieout: لا قضايا مفتوحة من الخطورة 1 (%n)</numerusform>
            <numerusform>‏Tieout: قضية مفتوحة واحدة من الخطورة 1 (%n)</numerusform>
            <numerusform>‏Tieout: قضيتان مفتوحتان من الخطورة 1 (%n)</numerusform>
            <numerusform>‏Tieout: %n قضايا مفتوحة من الخطورة 1</numerusform>
            <numerusform>‏Tieout: %n قضية مفتوحة من الخطورة 1</numerusform>
            <numerusform>‏Tieout: %n قضية مفتوحة من الخطورة 1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message numerus="yes">
        <source>%n new case(s) of severity 1</source>
        <translation>
            <numerusform>لا قضايا جديدة من الخطورة 1 (%n)</numerusform>
            <numerusform>قضية جديدة واحدة من الخطورة 1 (%n)</numerusform>
            <numerusform>قضيتان جديدتان من الخطورة 1 (%n)</numerusform>
            <numerusform>‏%n قضايا جديدة من الخطورة 1</numerusform>
            <numerusform>‏%n قضية جديدة من الخطورة 1</numerusform>
            <numerusform>‏%n قضية جديدة من الخطورة 1</numerusform>
        </translation>
    </message>
    <message>
        <source>The first: %1, %2</source>
        <translation>الأولى: ⁨%1⁩، ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>tieout::OverviewBoard</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>لا دفعات (%n)</numerusform>
            <numerusform>دفعة واحدة (%n)</numerusform>
            <numerusform>دفعتان (%n)</numerusform>
            <numerusform>‏%n دفعات</numerusform>
            <numerusform>‏%n دفعة</numerusform>
            <numerusform>‏%n دفعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them for a mark of the chain</source>
        <translation>
            <numerusform>لا شيء منها ينتظر علامة من السلسلة (%n)</numerusform>
            <numerusform>واحدة منها تنتظر علامة من السلسلة (%n)</numerusform>
            <numerusform>اثنتان منها تنتظران علامة من السلسلة (%n)</numerusform>
            <numerusform>‏%n منها تنتظر علامة من السلسلة</numerusform>
            <numerusform>‏%n منها تنتظر علامة من السلسلة</numerusform>
            <numerusform>‏%n منها تنتظر علامة من السلسلة</numerusform>
        </translation>
    </message>
    <message>
        <source>the last %1</source>
        <extracomment>A window of time that ends now, such as &quot;the last 5 h 12 m&quot;.</extracomment>
        <translation>آخر ⁨%1⁩</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>لا أيام (%n)</numerusform>
            <numerusform>يوم واحد (%n)</numerusform>
            <numerusform>يومان (%n)</numerusform>
            <numerusform>‏%n أيام</numerusform>
            <numerusform>‏%n يومًا</numerusform>
            <numerusform>‏%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>How many were measured, and over how long: &quot;2 113 payments · 30 days&quot;.</extracomment>
        <translation>‏⁨%1⁩ · ⁨%2⁩</translation>
    </message>
    <message>
        <source>Rails</source>
        <translation>القنوات</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>قوائم الانتظار</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>القضايا المفتوحة</translation>
    </message>
    <message>
        <source>Money in today</source>
        <translation>المال الوارد اليوم</translation>
    </message>
    <message>
        <source>Ageing of open payments</source>
        <translation>أعمار الدفعات المفتوحة</translation>
    </message>
    <message>
        <source>Confirmations in progress</source>
        <translation>التأكيدات الجارية</translation>
    </message>
    <message>
        <source>Time from first seen</source>
        <translation>المدة منذ أول رصد</translation>
    </message>
    <message>
        <source>No rail has been watched on this database yet.
Rails are named in the engine&apos;s configuration; they appear here as soon as it runs.</source>
        <translation>لم تُراقَب أي قناة على قاعدة البيانات هذه بعد.
تُسمّى القنوات في إعدادات المحرّك؛ وتظهر هنا فور عمله.</translation>
    </message>
    <message>
        <source>Enter opens a rail</source>
        <translation>يفتح مفتاح Enter القناة</translation>
    </message>
    <message>
        <source>No money was confirmed since 00:00 UTC.</source>
        <translation>لم يتأكد أي مال منذ 00:00 UTC.</translation>
    </message>
    <message>
        <source>UTC day %1</source>
        <extracomment>A day in UTC.</extracomment>
        <translation>اليوم العالمي ⁨%1⁩</translation>
    </message>
    <message>
        <source>as of %1 UTC</source>
        <translation>حتى ⁨%1⁩ UTC</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>cases</comment>
        <translation>
            <numerusform>لا شيء مفتوح (%n)</numerusform>
            <numerusform>واحدة مفتوحة (%n)</numerusform>
            <numerusform>اثنتان مفتوحتان (%n)</numerusform>
            <numerusform>‏%n مفتوحة</numerusform>
            <numerusform>‏%n مفتوحة</numerusform>
            <numerusform>‏%n مفتوحة</numerusform>
        </translation>
    </message>
    <message>
        <source>No open cases.
Everything that was found is decided.</source>
        <translation>لا قضايا مفتوحة.
كل ما وُجد تم البت فيه.</translation>
    </message>
    <message>
        <source>since they were created</source>
        <translation>منذ إنشائها</translation>
    </message>
    <message>
        <source>of the first %1</source>
        <translation>من أول ⁨%1⁩</translation>
    </message>
    <message>
        <source>blocks on the deciding transfer</source>
        <translation>كتل فوق التحويل الحاسم</translation>
    </message>
    <message>
        <source>measured here; no promise</source>
        <translation>مَقيس هنا؛ وليس وعدًا</translation>
    </message>
    <message>
        <source>Nothing was confirmed within 30 days.
Half, 95 and 99 of a hundred payments are told apart here.</source>
        <translation>لم يتأكد شيء خلال 30 يومًا.
يُميَّز هنا النصف و95 و99 من كل مئة دفعة.</translation>
    </message>
    <message>
        <source>No payments are open.
New ones are made on the page Payments.</source>
        <translation>لا دفعات مفتوحة.
تُنشأ الجديدة في صفحة الدفعات.</translation>
    </message>
    <message>
        <source>%1 · confirmed</source>
        <extracomment>A rail, then what was reached.</extracomment>
        <translation>‏⁨%1⁩ · مؤكَّد</translation>
    </message>
    <message>
        <source>%1 · final</source>
        <translation>‏⁨%1⁩ · نهائي</translation>
    </message>
    <message>
        <source>No payment is confirming.
Once money is mined, each rail shows here how many confirmations its payments have.</source>
        <translation>لا دفعة قيد التأكيد.
عند دخول المال في كتلة تعرض كل قناة هنا عدد تأكيدات دفعاتها.</translation>
    </message>
</context>
<context>
    <name>tieout::OverviewCard</name>
    <message>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <source>As of %1 UTC; the database doesn&apos;t answer</source>
        <translation>حتى ⁨%1⁩ UTC؛ قاعدة البيانات لا تستجيب</translation>
    </message>
    <message>
        <source>As of %1 UTC. %2</source>
        <extracomment>A time of day, then a sentence that says why there is nothing newer.</extracomment>
        <translation>حتى ⁨%1⁩ UTC. ‏⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>tieout::PanelHeader</name>
    <message>
        <source>Raw JSON of the payment</source>
        <translation>‏JSON الخام للدفعة</translation>
    </message>
    <message>
        <source>Copy as ticket</source>
        <translation>نسخ كتذكرة</translation>
    </message>
    <message>
        <source>Copy a summary in Markdown</source>
        <translation>نسخ ملخص بصيغة Markdown</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>المبلغ المستحق</translation>
    </message>
    <message>
        <source>Id of the payment</source>
        <translation>معرّف الدفعة</translation>
    </message>
    <message>
        <source>Copy the id of the payment</source>
        <translation>نسخ معرّف الدفعة</translation>
    </message>
</context>
<context>
    <name>tieout::PanelNotice</name>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Read the payment again</source>
        <translation>إعادة قراءة الدفعة</translation>
    </message>
</context>
<context>
    <name>tieout::PayCard</name>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>نسخ العنوان</translation>
    </message>
    <message>
        <source>Show the code large, or small again</source>
        <translation>عرض الرمز كبيرًا أو صغيرًا من جديد</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>في انتظار ⁨%1⁩</translation>
    </message>
    <message>
        <source>until %1 UTC</source>
        <translation>حتى ⁨%1⁩ UTC</translation>
    </message>
    <message>
        <source>Address to pay to</source>
        <translation>عنوان الدفع</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentActions</name>
    <message>
        <source>Actions</source>
        <translation>الإجراءات</translation>
    </message>
    <message>
        <source>Reading what is allowed…</source>
        <translation>جارٍ قراءة ما هو مسموح…</translation>
    </message>
    <message>
        <source>&amp;Resolve case…</source>
        <translation>&amp;حل القضية…</translation>
    </message>
    <message>
        <source>&amp;Link transfer…</source>
        <translation>&amp;ربط تحويل…</translation>
    </message>
    <message>
        <source>Re&amp;issue…</source>
        <translation>إعادة الإ&amp;صدار…</translation>
    </message>
    <message>
        <source>&amp;Hold…</source>
        <translation>ت&amp;عليق…</translation>
    </message>
    <message>
        <source>Rel&amp;ease…</source>
        <translation>ر&amp;فع التعليق…</translation>
    </message>
    <message>
        <source>&amp;Cancel…</source>
        <translation>إل&amp;غاء…</translation>
    </message>
    <message>
        <source>&amp;New payment…</source>
        <translation>دفعة &amp;جديدة…</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>دفعة جديدة</translation>
    </message>
    <message>
        <source>You only look on: none of your roles decides about payments.</source>
        <translation>أنت تطّلع فقط: لا دور من أدوارك يقرر في شأن الدفعات.</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentColumns</name>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>One column always stays</source>
        <translation>يبقى عمود واحد دائمًا</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>إعادة ضبط الأعمدة</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>إخفاء «⁨%1⁩»</translation>
    </message>
    <message>
        <source>Move towards the beginning</source>
        <translation>نقل نحو البداية</translation>
    </message>
    <message>
        <source>Move towards the end</source>
        <translation>نقل نحو النهاية</translation>
    </message>
    <message>
        <source>As wide as its content</source>
        <translation>بعرض المحتوى</translation>
    </message>
    <message>
        <source>Ordered by %1, ascending</source>
        <extracomment>A column&apos;s title.</extracomment>
        <translation>مرتب حسب ⁨%1⁩، تصاعديًا</translation>
    </message>
    <message>
        <source>Ordered by %1, descending</source>
        <translation>مرتب حسب ⁨%1⁩، تنازليًا</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>اختيار الأعمدة</translation>
    </message>
    <message>
        <source>Column “%1”</source>
        <extracomment>A column&apos;s title; opens a menu of what can be done with it.</extracomment>
        <translation>العمود «⁨%1⁩»</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>الترتيب حسب</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>تصاعديًا</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>تنازليًا</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentDialog</name>
    <message>
        <source>order %1</source>
        <translation>الطلب ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentPanel</name>
    <message>
        <source>Payment</source>
        <translation>الدفعة</translation>
    </message>
    <message>
        <source>Reading the payment…</source>
        <translation>جارٍ قراءة الدفعة…</translation>
    </message>
    <message>
        <source>No payment chosen</source>
        <translation>لم تُختر دفعة</translation>
    </message>
    <message>
        <source>Choose one in the list to see its money, its tracks and its story.</source>
        <translation>اختر واحدة من القائمة لترى مالها ومساراتها وقصتها.</translation>
    </message>
    <message>
        <source>This payment is gone</source>
        <translation>لم تعد هذه الدفعة موجودة</translation>
    </message>
    <message>
        <source>The database doesn&apos;t have it any more: %1</source>
        <translation>لم تعد في قاعدة البيانات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>The payment can&apos;t be read</source>
        <translation>تتعذر قراءة الدفعة</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentSections</name>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Read the payment again</source>
        <translation>إعادة قراءة الدفعة</translation>
    </message>
    <message>
        <source>To be read only: nothing is decided here.</source>
        <translation>للقراءة فقط: لا يُتخذ هنا أي قرار.</translation>
    </message>
    <message>
        <source>Holds and cases</source>
        <translation>التعليقات والقضايا</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>المال</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>الحقائق</translation>
    </message>
    <message>
        <source>Timeline (UTC)</source>
        <translation>التسلسل الزمني (UTC)</translation>
    </message>
    <message>
        <source>This may be old</source>
        <translation>قد يكون هذا قديمًا</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentsExporter</name>
    <message>
        <source>E&amp;xport…</source>
        <translation>تص&amp;دير…</translation>
    </message>
    <message>
        <source>Export payments</source>
        <translation>تصدير الدفعات</translation>
    </message>
    <message>
        <source>Reading which environment this is…</source>
        <translation>جارٍ قراءة نوع البيئة…</translation>
    </message>
    <message>
        <source>An export is running</source>
        <translation>يجري تصدير الآن</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentsFilterBar</name>
    <message>
        <source>Filter, such as status:underpaid age&gt;4h, or any words</source>
        <translation>عامل تصفية مثل ⁨status:underpaid age&gt;4h⁩ أو أي كلمات</translation>
    </message>
    <message>
        <source>Filter payments</source>
        <translation>تصفية الدفعات</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>إيقاف البحث</translation>
    </message>
    <message numerus="yes">
        <source>%n more to correct after that.</source>
        <extracomment>After a sentence about one mistake in a filter.</extracomment>
        <translation>
            <numerusform>لا شيء آخر للتصحيح بعد ذلك (%n).</numerusform>
            <numerusform>بعد ذلك خطأ آخر للتصحيح (%n).</numerusform>
            <numerusform>بعد ذلك خطآن آخران للتصحيح (%n).</numerusform>
            <numerusform>بعد ذلك %n أخطاء أخرى للتصحيح.</numerusform>
            <numerusform>بعد ذلك %n خطأ آخر للتصحيح.</numerusform>
            <numerusform>بعد ذلك %n خطأ آخر للتصحيح.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. The list shows what it showed before; Enter searches again.</source>
        <translation>توقف البحث. تعرض القائمة ما عرضته من قبل؛ ويعيد Enter البحث.</translation>
    </message>
</context>
<context>
    <name>tieout::PaymentsPage</name>
    <message>
        <source>Payments</source>
        <translation>الدفعات</translation>
    </message>
    <message>
        <source>Copy the &amp;id</source>
        <translation>نسخ ال&amp;معرّف</translation>
    </message>
    <message>
        <source>Copy the &amp;order reference</source>
        <translation>نسخ مرجع ال&amp;طلب</translation>
    </message>
    <message>
        <source>The payment beside is not in this list: the filter leaves it out.</source>
        <translation>الدفعة المجاورة ليست في هذه القائمة: يستبعدها عامل التصفية.</translation>
    </message>
</context>
<context>
    <name>tieout::PostgresForm</name>
    <message>
        <source>Encrypt and verify the server (verify-full)</source>
        <translation>التشفير والتحقق من الخادم (verify-full)</translation>
    </message>
    <message>
        <source>Encrypt and verify the authority (verify-ca)</source>
        <translation>التشفير والتحقق من الجهة المُصدِّقة (verify-ca)</translation>
    </message>
    <message>
        <source>Encrypt, trust any server (require)</source>
        <translation>التشفير والثقة بأي خادم (require)</translation>
    </message>
    <message>
        <source>Don&apos;t encrypt (disable)</source>
        <translation>دون تشفير (disable)</translation>
    </message>
    <message>
        <source>Connect to PostgreSQL</source>
        <translation>الاتصال بـ PostgreSQL</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Test the connection first; it has to work</source>
        <translation>اختبر الاتصال أولًا؛ يجب أن يعمل</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>db.example.com, or the folder of a socket</source>
        <translation>‏db.example.com أو مجلد مقبس</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>Server and port</source>
        <translation>الخادم والمنفذ</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>For this session only: it is never kept</source>
        <translation>لهذه الجلسة فقط: لا تُحفظ أبدًا</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>الحماية</translation>
    </message>
    <message>
        <source>Authority&apos;s certificate</source>
        <translation>شهادة الجهة المُصدِّقة</translation>
    </message>
    <message>
        <source>A PEM file; empty: ~/.postgresql/root.crt</source>
        <translation>ملف PEM؛ الفارغ: ⁨~/.postgresql/root.crt⁩</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>الجهة المُصدِّقة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>tieout::ProblemView</name>
    <message>
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>ما العمل</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <extracomment>The machine&apos;s word for what went wrong, for a message to an administrator.</extracomment>
        <translation>السبب: ⁨%1⁩</translation>
    </message>
    <message>
        <source>&amp;Stop trying</source>
        <translation>إي&amp;قاف المحاولة</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>إعادة ال&amp;محاولة</translation>
    </message>
    <message>
        <source>Choose another &amp;database</source>
        <translation>اختيار قا&amp;عدة بيانات أخرى</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>It isn&apos;t tried again by itself any more.</source>
        <translation>لا تُعاد المحاولة تلقائيًا بعد الآن.</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>المحاولة التالية بعد ⁨%1⁩ ث</translation>
    </message>
</context>
<context>
    <name>tieout::QrView</name>
    <message>
        <source>QR code for the payer</source>
        <translation>رمز QR للدافع</translation>
    </message>
</context>
<context>
    <name>tieout::QueueCount</name>
    <message numerus="yes">
        <source>%1 payment(s)</source>
        <extracomment>%1 is the number, grouped by threes; %n chooses the form.</extracomment>
        <translation>
            <numerusform>لا دفعات (⁨%1⁩)</numerusform>
            <numerusform>دفعة واحدة (⁨%1⁩)</numerusform>
            <numerusform>دفعتان (⁨%1⁩)</numerusform>
            <numerusform>‏⁨%1⁩ دفعات</numerusform>
            <numerusform>‏⁨%1⁩ دفعة</numerusform>
            <numerusform>‏⁨%1⁩ دفعة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 payments</source>
        <translation>‏⁨%1⁩ دفعة</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How many payments match the filter, of how many there are.</extracomment>
        <translation>‏⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message numerus="yes">
        <source>%1 match(es)</source>
        <extracomment>%1 is the number, grouped by threes; %n chooses the form.</extracomment>
        <translation>
            <numerusform>لا نتائج (⁨%1⁩)</numerusform>
            <numerusform>نتيجة واحدة (⁨%1⁩)</numerusform>
            <numerusform>نتيجتان (⁨%1⁩)</numerusform>
            <numerusform>‏⁨%1⁩ نتائج</numerusform>
            <numerusform>‏⁨%1⁩ نتيجة</numerusform>
            <numerusform>‏⁨%1⁩ نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more than have been counted so far</source>
        <translation>هناك أكثر مما عُدّ حتى الآن</translation>
    </message>
</context>
<context>
    <name>tieout::QueueNotice</name>
    <message>
        <source>Clear filter</source>
        <translation>مسح عامل التصفية</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>tieout::QueuePlaceholder</name>
    <message>
        <source>Reading payments…</source>
        <translation>جارٍ قراءة الدفعات…</translation>
    </message>
    <message>
        <source>No payments could be read.</source>
        <translation>تعذرت قراءة الدفعات.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>No payments yet.</source>
        <translation>لا دفعات بعد.</translation>
    </message>
    <message>
        <source>They appear here as soon as one is created.</source>
        <translation>تظهر هنا فور إنشاء إحداها.</translation>
    </message>
    <message>
        <source>No payment matches this filter.</source>
        <translation>لا دفعة تطابق عامل التصفية هذا.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>مسح عامل التصفية</translation>
    </message>
    <message>
        <source>New payment…</source>
        <translation>دفعة جديدة…</translation>
    </message>
</context>
<context>
    <name>tieout::QueueView</name>
    <message>
        <source>More than %1 rows are selected, too many for the clipboard. An export writes them all.</source>
        <translation>أكثر من ⁨%1⁩ صف محدد، وهذا أكثر مما تتسع له الحافظة. يكتبها التصدير كلها.</translation>
    </message>
    <message>
        <source>Some of the rows are still being read. Copy again in a moment.</source>
        <translation>بعض الصفوف لا تزال تُقرأ. انسخ مرة أخرى بعد لحظة.</translation>
    </message>
    <message>
        <source>Copy the &amp;cell</source>
        <translation>نسخ ال&amp;خلية</translation>
    </message>
    <message>
        <source>Copy the &amp;rows</source>
        <translation>نسخ ال&amp;صفوف</translation>
    </message>
    <message>
        <source>Copy the &amp;row</source>
        <translation>نسخ ال&amp;صف</translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation>نسخ مع ال&amp;عناوين</translation>
    </message>
</context>
<context>
    <name>tieout::RailLabel</name>
    <message numerus="yes">
        <source>%n block(s) behind</source>
        <translation>
            <numerusform>لا كتل متأخرة (%n)</numerusform>
            <numerusform>متأخرة كتلة واحدة (%n)</numerusform>
            <numerusform>متأخرة كتلتين (%n)</numerusform>
            <numerusform>متأخرة %n كتل</numerusform>
            <numerusform>متأخرة %n كتلة</numerusform>
            <numerusform>متأخرة %n كتلة</numerusform>
        </translation>
    </message>
    <message>
        <source>no head yet</source>
        <translation>لا رأس سلسلة بعد</translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation>‏⁨%1⁩ من ⁨%2⁩ من المصادر سليمة</translation>
    </message>
    <message>
        <source>Frozen: nothing is settled by itself until a person acknowledges</source>
        <translation>مجمّدة: لا يُسوّى شيء تلقائيًا حتى يقرّ بذلك شخص</translation>
    </message>
</context>
<context>
    <name>tieout::RailLine</name>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>‏⁨%1⁩: ⁨%2⁩، ⁨%3⁩</translation>
    </message>
    <message>
        <source>Rail %1</source>
        <translation>القناة ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>The state of a rail, then which chain it is.</extracomment>
        <translation>‏⁨%1⁩ · ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>tieout::RailPanel</name>
    <message>
        <source>%1 · %2</source>
        <translation>‏⁨%1⁩ · ⁨%2⁩</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Back to the overview (Esc)</source>
        <translation>العودة إلى النظرة العامة (Esc)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Rail %1</source>
        <translation>القناة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>السلسلة</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>الرأس</translation>
    </message>
    <message>
        <source>Read up to</source>
        <translation>قُرئت حتى</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>التأخر</translation>
    </message>
    <message>
        <source>Finality</source>
        <translation>النهائية</translation>
    </message>
    <message>
        <source>Safe mark</source>
        <translation>العلامة الآمنة</translation>
    </message>
    <message>
        <source>Reorganisations</source>
        <translation>إعادات التنظيم</translation>
    </message>
    <message>
        <source>Frozen since</source>
        <translation>مجمّدة منذ</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>⁨%1⁩ UTC</translation>
    </message>
    <message>
        <source>No source has reported yet. Sources are named in the engine&apos;s configuration.</source>
        <translation>لم يُبلغ أي مصدر بعد. تُسمّى المصادر في إعدادات المحرّك.</translation>
    </message>
    <message>
        <source>Paused after failures; asked again at %1 UTC</source>
        <translation>موقوف مؤقتًا بعد إخفاقات؛ يُسأل من جديد عند ⁨%1⁩ UTC</translation>
    </message>
    <message>
        <source>All tokens: every transfer of each new block is downloaded, some hundred logs per block on a busy network. Money in a wrong token is found.</source>
        <translation>كل العملات: تُنزَّل كل تحويلات كل كتلة جديدة، بضع مئات من السجلات لكل كتلة على شبكة نشطة. يُعثر على المال المرسل بعملة خاطئة.</translation>
    </message>
    <message>
        <source>Listed tokens: only the corridors&apos; contracts are asked for, a few logs per block. Money in another token is not looked for.</source>
        <translation>العملات المدرجة: لا تُطلب إلا عقود الممرات، بضعة سجلات لكل كتلة. لا يُبحث عن مال بعملة أخرى.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>المسح</translation>
    </message>
</context>
<context>
    <name>tieout::RawView</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Back to the payment (Esc)</source>
        <translation>العودة إلى الدفعة (Esc)</translation>
    </message>
    <message>
        <source>Copy canonical</source>
        <translation>نسخ الصيغة القانونية</translation>
    </message>
    <message>
        <source>Copy the payment alone, in canonical form (RFC 8785)</source>
        <translation>نسخ الدفعة وحدها بالصيغة القانونية (RFC 8785)</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>نسخ الكل</translation>
    </message>
    <message>
        <source>Search in the JSON</source>
        <translation>البحث في JSON</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>‏JSON الخام</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which match of how many is shown; both 0 when there is none.</extracomment>
        <translation>‏⁨%1⁩ من ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>tieout::ReissuePaymentDialog</name>
    <message>
        <source>&amp;Expires in</source>
        <translation>تنت&amp;هي خلال</translation>
    </message>
    <message>
        <source>Why the customer needs another one</source>
        <translation>لماذا يحتاج العميل إلى أخرى</translation>
    </message>
    <message>
        <source>This is final: the payment gets a new address or reference. The old one stays watched, and money that comes to it still belongs here.</source>
        <translation>هذا نهائي: تحصل الدفعة على عنوان أو مرجع جديد. يبقى القديم مراقَبًا، والمال الذي يصل إليه يظل تابعًا لها.</translation>
    </message>
    <message>
        <source>Re&amp;issue</source>
        <translation>إعادة الإ&amp;صدار</translation>
    </message>
    <message>
        <source>Reissue the payment</source>
        <translation>إعادة إصدار الدفعة</translation>
    </message>
    <message>
        <source>Such as 30m, 24h or 7d; empty: as the corridor says.</source>
        <translation>مثل 30m أو 24h أو 7d؛ الفارغ: بحسب الممر.</translation>
    </message>
</context>
<context>
    <name>tieout::ReleasePaymentDialog</name>
    <message>
        <source>&amp;Hold</source>
        <translation>ت&amp;عليق</translation>
    </message>
    <message>
        <source>What was cleared up</source>
        <translation>ما الذي تم توضيحه</translation>
    </message>
    <message>
        <source>This is final. Without a hold the payment goes on by itself: what is paid and confirmed is released for fulfilment.</source>
        <translation>هذا نهائي. من دون تعليق تمضي الدفعة تلقائيًا: ما دُفع وتأكد يُفرج عنه للتنفيذ.</translation>
    </message>
    <message>
        <source>R&amp;elease</source>
        <translation>&amp;رفع</translation>
    </message>
    <message>
        <source>Release a hold</source>
        <translation>رفع تعليق</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The kind of a hold, and the reason that was given for it.</extracomment>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Since %1 UTC, by %2.</source>
        <translation>منذ ⁨%1⁩ UTC، بواسطة ⁨%2⁩.</translation>
    </message>
</context>
<context>
    <name>tieout::ResolveCaseDialog</name>
    <message>
        <source>Cas&amp;e</source>
        <translation>ال&amp;قضية</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>What the decision rests on</source>
        <translation>ما يستند إليه القرار</translation>
    </message>
    <message>
        <source>&amp;Resolve the case</source>
        <translation>&amp;حل القضية</translation>
    </message>
    <message>
        <source>Resolve a case</source>
        <translation>حل قضية</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The code of a case, and what it means.
----------
Accept or decline, and the reason code that this stands for.</extracomment>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Severity %1, open since %2 UTC.</source>
        <translation>الخطورة ⁨%1⁩، مفتوحة منذ ⁨%2⁩ UTC.</translation>
    </message>
    <message>
        <source>%1 in question. %2</source>
        <translation>‏⁨%1⁩ قيد البحث. ⁨%2⁩</translation>
    </message>
    <message>
        <source>A&amp;ccept</source>
        <translation>ق&amp;بول</translation>
    </message>
    <message>
        <source>&amp;Decline</source>
        <translation>ر&amp;فض</translation>
    </message>
    <message>
        <source>A second person has to confirm it.</source>
        <translation>يجب أن يؤكده شخص ثانٍ.</translation>
    </message>
    <message>
        <source>This is final: a resolved case isn&apos;t opened again by anybody.</source>
        <translation>هذا نهائي: لا يعيد أحد فتح قضية محلولة.</translation>
    </message>
</context>
<context>
    <name>tieout::SaveViewDialog</name>
    <message>
        <source>Only me</source>
        <translation>أنا فقط</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>Class: %1</source>
        <extracomment>A class of people: operator, treasury, …</extracomment>
        <translation>الفئة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>حفظ هذا العرض</translation>
    </message>
    <message>
        <source>Change the view</source>
        <translation>تغيير العرض</translation>
    </message>
    <message>
        <source>Such as: Underpaid for more than a day</source>
        <translation>مثل: دفع ناقص منذ أكثر من يوم</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>Whoever sees it can use it; only you can change or delete it.</source>
        <translation>كل من يراه يستطيع استخدامه؛ ولا يغيّره أو يحذفه سواك.</translation>
    </message>
    <message>
        <source>&amp;Save view</source>
        <translation>&amp;حفظ العرض</translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation>&amp;حفظ التغييرات</translation>
    </message>
    <message>
        <source>S&amp;een by</source>
        <translation>&amp;يراه</translation>
    </message>
</context>
<context>
    <name>tieout::SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>أقسام الإعدادات</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>Rails and sources</source>
        <translation>القنوات والمصادر</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
</context>
<context>
    <name>tieout::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>tieout::SourceRow</name>
    <message>
        <source>it answers</source>
        <translation>يستجيب</translation>
    </message>
    <message>
        <source>it answers, head %1</source>
        <translation>يستجيب، الرأس ⁨%1⁩</translation>
    </message>
    <message>
        <source>it answers within %1 ms, head %2</source>
        <translation>يستجيب خلال ⁨%1⁩ مللي ثانية، الرأس ⁨%2⁩</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>جارٍ الاختبار…</translation>
    </message>
    <message>
        <source>waiting for the engine since %1 UTC</source>
        <translation>في انتظار المحرّك منذ ⁨%1⁩ بالتوقيت العالمي</translation>
    </message>
    <message>
        <source>cancelled before the engine took it</source>
        <translation>أُلغي قبل أن يأخذه المحرّك</translation>
    </message>
    <message>
        <source>no engine took it in time</source>
        <translation>لم يأخذه أي محرّك في وقته</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>متعطل</translation>
    </message>
    <message>
        <source>run by %1</source>
        <translation>يديره ⁨%1⁩</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>الرأس ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>‏⁨%1⁩ مللي ثانية</translation>
    </message>
    <message>
        <source>%1 of %2 requests failed</source>
        <translation>فشل ⁨%1⁩ من ⁨%2⁩ من الطلبات</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>آخر خطأ: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>الاختبار: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>الاختبار الآن</translation>
    </message>
    <message>
        <source>Cancel the test of %1</source>
        <translation>إلغاء اختبار ⁨%1⁩</translation>
    </message>
    <message>
        <source>Test %1 now</source>
        <translation>اختبار ⁨%1⁩ الآن</translation>
    </message>
    <message>
        <source>Has the engine ask for the network&apos;s identity and its head; needs the class engineer</source>
        <translation>يجعل المحرّك يسأل عن هوية الشبكة ورأسها؛ يتطلب فئة المهندس</translation>
    </message>
</context>
<context>
    <name>tieout::SourceSettings</name>
    <message>
        <source>Head %1, %2 ago</source>
        <translation>الرأس ⁨%1⁩، قبل ⁨%2⁩</translation>
    </message>
    <message>
        <source>No head yet</source>
        <translation>لا رأس سلسلة بعد</translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation>‏⁨%1⁩ من ⁨%2⁩ من المصادر سليمة</translation>
    </message>
    <message>
        <source>no source has reported yet</source>
        <translation>لم يُبلغ أي مصدر بعد</translation>
    </message>
    <message>
        <source>frozen until a person acknowledges</source>
        <translation>مجمّدة حتى يقرّ بذلك شخص</translation>
    </message>
    <message>
        <source>No rail has been watched on this database yet. Rails are named in the engine&apos;s configuration.</source>
        <translation>لم تُراقَب أي قناة على قاعدة البيانات هذه بعد. تُسمّى القنوات في إعدادات المحرّك.</translation>
    </message>
    <message>
        <source>Sources are part of the engine&apos;s configuration, for their addresses may hold keys: change them there and start the engine again.</source>
        <translation>المصادر جزء من إعدادات المحرّك، لأن عناوينها قد تحوي مفاتيح: غيّرها هناك وأعد تشغيل المحرّك.</translation>
    </message>
</context>
<context>
    <name>tieout::SpreadChart</name>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation>p50 (ms)</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation>p99 (ms)</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>من</translation>
    </message>
    <message>
        <source>%1: p50 %2, p95 %3, p99 %4; %5</source>
        <extracomment>What is measured, three durations, then the window and the count.</extracomment>
        <translation>‏⁨%1⁩: ‏p50 ‏⁨%2⁩، ‏p95 ‏⁨%3⁩، ‏p99 ‏⁨%4⁩؛ ⁨%5⁩</translation>
    </message>
</context>
<context>
    <name>tieout::StackChart</name>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>A state, an age, how many: &quot;Underpaid, 1 h to 4 h: 12&quot;.</extracomment>
        <translation>‏⁨%1⁩، ⁨%2⁩: ⁨%3⁩</translation>
    </message>
</context>
<context>
    <name>tieout::StartChoices</name>
    <message>
        <source>Try the sandbox</source>
        <translation>تجربة البيئة التجريبية</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>فتح ملف…</translation>
    </message>
    <message>
        <source>Create a file…</source>
        <translation>إنشاء ملف…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>اتصال…</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>البيئة التجريبية</translation>
    </message>
    <message>
        <source>A scripted chain with payments in every state, in a file of your own. No network, no keys, no money.</source>
        <translation>سلسلة مبرمجة فيها دفعات بكل الحالات، في ملف خاص بك. لا شبكة ولا مفاتيح ولا مال.</translation>
    </message>
    <message>
        <source>A file on this machine</source>
        <translation>ملف على هذا الجهاز</translation>
    </message>
    <message>
        <source>One desk: the engine works inside this window. A new file becomes a sandbox; production is set up with tieoutd and a configuration.</source>
        <translation>مكتب واحد: يعمل المحرّك داخل هذه النافذة. يصير الملف الجديد بيئة تجريبية؛ أما الإنتاج فيُهيأ بواسطة tieoutd وملف إعدادات.</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>A team: everyone has their own login, and the engine runs beside the database as tieoutd.</source>
        <translation>فريق: لكل شخص حسابه، ويعمل المحرّك بجانب قاعدة البيانات باسم tieoutd.</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>فُتحت من قبل</translation>
    </message>
    <message>
        <source>%1   –   %2</source>
        <translation>‏⁨%1⁩   –   ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>tieout::StartWindow</name>
    <message>
        <source>Tieout</source>
        <translation>Tieout</translation>
    </message>
    <message>
        <source>Stablecoin payments, watched, matched and proved.</source>
        <translation>مدفوعات العملات المستقرة، مراقَبة ومطابَقة ومُثبتة.</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>التبديل بين الفاتح والداكن</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>جارٍ الفتح…</translation>
    </message>
    <message>
        <source>Opening the database</source>
        <translation>جارٍ فتح قاعدة البيانات</translation>
    </message>
    <message>
        <source>Create a database</source>
        <translation>إنشاء قاعدة بيانات</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>فتح قاعدة بيانات</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.db)</source>
        <translation>قواعد بيانات SQLite ‏(*.sqlite *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>tieout::StepChart</name>
    <message>
        <source>Group</source>
        <translation>المجموعة</translation>
    </message>
    <message>
        <source>From step</source>
        <translation>من الخطوة</translation>
    </message>
    <message>
        <source>To step</source>
        <translation>إلى الخطوة</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>%1, %2 confirmations: %3</source>
        <extracomment>A rail, then how many confirmations out of how many: &quot;base, 5 of 12 confirmations: 3&quot;.</extracomment>
        <translation>‏⁨%1⁩، التأكيدات ⁨%2⁩: ⁨%3⁩</translation>
    </message>
    <message>
        <source>%1, %2 of %3 confirmations: %4</source>
        <translation>‏⁨%1⁩، التأكيدات ⁨%2⁩ من ⁨%3⁩: ⁨%4⁩</translation>
    </message>
</context>
<context>
    <name>tieout::StopNotice</name>
    <message>
        <source>Stopping the engine</source>
        <translation>إيقاف المحرّك</translation>
    </message>
    <message>
        <source>Stopping the engine…</source>
        <translation>جارٍ إيقاف المحرّك…</translation>
    </message>
    <message>
        <source>It finishes the step it is at and hands its lease back. The window closes by itself.</source>
        <translation>ينهي الخطوة التي هو فيها ويعيد عهدته. تُغلق النافذة تلقائيًا.</translation>
    </message>
    <message>
        <source>The engine needs longer than expected</source>
        <translation>يحتاج المحرّك إلى وقت أطول من المتوقع</translation>
    </message>
    <message>
        <source>Its open calls are being interrupted. Nothing is lost: what was not committed is done again at the next start.</source>
        <translation>يجري قطع استدعاءاته المفتوحة. لا يُفقد شيء: ما لم يُثبَّت في قاعدة البيانات يُعاد عند البدء التالي.</translation>
    </message>
</context>
<context>
    <name>tieout::TracksView</name>
    <message>
        <source>Tracks</source>
        <translation>المسارات</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>لم يبدأ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The name of a track, and the state it is in.</extracomment>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>tieout::ViewControl</name>
    <message>
        <source>Views</source>
        <translation>العروض</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>العروض المحفوظة</translation>
    </message>
    <message>
        <source>%1 · modified</source>
        <extracomment>The name of a saved view that was changed since and not saved.</extracomment>
        <translation>‏⁨%1⁩ · معدّل</translation>
    </message>
    <message>
        <source>Saved views: %1, modified</source>
        <translation>العروض المحفوظة: ⁨%1⁩، معدّل</translation>
    </message>
    <message>
        <source>Saved views: %1</source>
        <translation>العروض المحفوظة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>All payments</source>
        <translation>كل الدفعات</translation>
    </message>
    <message>
        <source>Reading the saved views…</source>
        <translation>جارٍ قراءة العروض المحفوظة…</translation>
    </message>
    <message>
        <source>No saved views yet</source>
        <translation>لا عروض محفوظة بعد</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>عروضي</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>مشتركة معي</translation>
    </message>
    <message>
        <source>Read the saved views again</source>
        <translation>إعادة قراءة العروض المحفوظة</translation>
    </message>
    <message>
        <source>%1  –  of %2</source>
        <extracomment>A saved view and whose it is.</extracomment>
        <translation>‏⁨%1⁩  –  لصاحبه ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1  –  %2</source>
        <extracomment>A saved view and who sees it: everyone, a class.</extracomment>
        <translation>‏⁨%1⁩  –  ⁨%2⁩</translation>
    </message>
    <message>
        <source>This view was saved in a form that isn&apos;t known here</source>
        <translation>حُفظ هذا العرض بصيغة غير معروفة هنا</translation>
    </message>
    <message>
        <source>Only %1 can change this view</source>
        <translation>لا يغيّر هذا العرض سوى ⁨%1⁩</translation>
    </message>
    <message>
        <source>Nothing has been changed in it</source>
        <translation>لم يتغير فيه شيء</translation>
    </message>
    <message>
        <source>Update “%1”</source>
        <translation>تحديث «⁨%1⁩»</translation>
    </message>
    <message>
        <source>Rename or share “%1”…</source>
        <translation>إعادة تسمية «⁨%1⁩» أو مشاركته…</translation>
    </message>
    <message>
        <source>Delete “%1”…</source>
        <translation>حذف «⁨%1⁩»…</translation>
    </message>
    <message>
        <source>Save as a new view…</source>
        <translation>حفظ كعرض جديد…</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Automatic, logged</source>
        <translation>تلقائي، مُسجَّل</translation>
    </message>
    <message>
        <source>Wait for top-up</source>
        <translation>انتظار التكملة</translation>
    </message>
    <message>
        <source>Accept short</source>
        <translation>قبول النقص</translation>
    </message>
    <message>
        <source>Cancel and refund</source>
        <translation>الإلغاء والاسترداد</translation>
    </message>
    <message>
        <source>Credit customer</source>
        <translation>إضافة إلى رصيد العميل</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>استرداد</translation>
    </message>
    <message>
        <source>Apply to another payment</source>
        <translation>استخدامه لدفعة أخرى</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>Aggregate</source>
        <translation>تجميع كلي</translation>
    </message>
    <message>
        <source>Link to payment</source>
        <translation>ربط بدفعة</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>Ask customer</source>
        <translation>سؤال العميل</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>إضافة إلى الرصيد</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>دفعة جديدة</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Re-quote</source>
        <translation>تسعير جديد</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Enable corridor</source>
        <translation>تفعيل الممر</translation>
    </message>
    <message>
        <source>Stop rail</source>
        <translation>إيقاف القناة</translation>
    </message>
    <message>
        <source>Fix corridor</source>
        <translation>تصحيح الممر</translation>
    </message>
    <message>
        <source>Restate</source>
        <translation>إعادة عرض</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>انتظار</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>مصدر ثانٍ</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>تصعيد</translation>
    </message>
    <message>
        <source>Back to Detected</source>
        <translation>العودة إلى الرصد</translation>
    </message>
    <message>
        <source>Stop fulfilment</source>
        <translation>إيقاف التنفيذ</translation>
    </message>
    <message>
        <source>Compensate posting</source>
        <translation>تعويض القيد</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>مطالبة</translation>
    </message>
    <message>
        <source>Wait for the replacement</source>
        <translation>انتظار البديل</translation>
    </message>
    <message>
        <source>Backfill</source>
        <translation>سد الفجوة</translation>
    </message>
    <message>
        <source>Pause promotions</source>
        <translation>إيقاف الترقيات مؤقتًا</translation>
    </message>
    <message>
        <source>Switch source</source>
        <translation>تبديل المصدر</translation>
    </message>
    <message>
        <source>Exclude source</source>
        <translation>استبعاد المصدر</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>Classify internal</source>
        <translation>تصنيف كداخلي</translation>
    </message>
    <message>
        <source>Unidentified liability</source>
        <translation>التزام غير محدد الهوية</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>إعادة فتح</translation>
    </message>
    <message>
        <source>Find transfer</source>
        <translation>العثور على التحويل</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>شطب</translation>
    </message>
    <message>
        <source>Re-read</source>
        <translation>إعادة قراءة</translation>
    </message>
    <message>
        <source>Correct our record from the chain</source>
        <translation>تصحيح سجلنا من السلسلة</translation>
    </message>
    <message>
        <source>Ticket to the provider</source>
        <translation>بلاغ إلى المزوّد</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Treat as payout</source>
        <translation>اعتباره صرفًا</translation>
    </message>
    <message>
        <source>Investigate</source>
        <translation>تحقيق</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>تجميد</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>إبلاغ</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>رفع</translation>
    </message>
    <message>
        <source>Other source</source>
        <translation>مصدر آخر</translation>
    </message>
    <message>
        <source>Release below band</source>
        <translation>الرفع تحت النطاق</translation>
    </message>
    <message>
        <source>Reclassify</source>
        <translation>إعادة تصنيف</translation>
    </message>
    <message>
        <source>Contact issuer</source>
        <translation>الاتصال بالمُصدر</translation>
    </message>
    <message>
        <source>Reserve loss</source>
        <translation>تكوين مخصص للخسارة</translation>
    </message>
    <message>
        <source>Suspend corridor</source>
        <translation>تعليق الممر</translation>
    </message>
    <message>
        <source>Governed change</source>
        <translation>تغيير محكوم</translation>
    </message>
    <message>
        <source>Approve corridor</source>
        <translation>اعتماد الممر</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>تدوير</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>حجر</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>حادثة</translation>
    </message>
    <message>
        <source>Accept fee rule</source>
        <translation>قبول قاعدة الرسوم</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>حظر</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>عدم قبول</translation>
    </message>
    <message>
        <source>Check rotation</source>
        <translation>التحقق من التدوير</translation>
    </message>
    <message>
        <source>Block source</source>
        <translation>حظر المصدر</translation>
    </message>
    <message>
        <source>No-op, logged</source>
        <translation>بلا أثر، مُسجَّل</translation>
    </message>
    <message>
        <source>Fix endpoint</source>
        <translation>إصلاح نقطة الاستقبال</translation>
    </message>
    <message>
        <source>Replay missing</source>
        <translation>إعادة إرسال الناقص</translation>
    </message>
    <message>
        <source>Exposure list</source>
        <translation>قائمة التعرض</translation>
    </message>
    <message>
        <source>Re-verify</source>
        <translation>إعادة التحقق</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>قيد</translation>
    </message>
    <message>
        <source>Hold with reason</source>
        <translation>تعليق مع سبب</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>عكس</translation>
    </message>
    <message>
        <source>Adjust fee rule</source>
        <translation>تعديل قاعدة الرسوم</translation>
    </message>
    <message>
        <source>Attest</source>
        <translation>إقرار</translation>
    </message>
    <message>
        <source>Chase partner</source>
        <translation>متابعة الشريك</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>تمديد</translation>
    </message>
    <message>
        <source>Accept fee</source>
        <translation>قبول الرسوم</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>اعتراض</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Re-instruct</source>
        <translation>تعليمات جديدة</translation>
    </message>
    <message>
        <source>Return coins</source>
        <translation>إعادة العملات</translation>
    </message>
    <message>
        <source>Edit staging</source>
        <translation>تحرير التحضير</translation>
    </message>
    <message>
        <source>Discard with reason</source>
        <translation>تجاهل مع سبب</translation>
    </message>
    <message>
        <source>Perform</source>
        <translation>تنفيذ الإجراء</translation>
    </message>
    <message>
        <source>Defer</source>
        <translation>تأجيل</translation>
    </message>
    <message>
        <source>Rename into a named code</source>
        <translation>إعادة التسمية برمز محدد</translation>
    </message>
    <message>
        <source>short or over within grace, accepted; a surplus is credited</source>
        <translation>نقص أو زيادة ضمن السماح، مقبول؛ ويُضاف الفائض إلى الرصيد</translation>
    </message>
    <message>
        <source>short beyond grace</source>
        <translation>نقص يتجاوز السماح</translation>
    </message>
    <message>
        <source>surplus beyond tolerance</source>
        <translation>فائض يتجاوز التفاوت</translation>
    </message>
    <message>
        <source>below the rail&apos;s economic floor</source>
        <translation>أقل من الحد الاقتصادي للقناة</translation>
    </message>
    <message>
        <source>credit to a shared address without reference or memo</source>
        <translation>إيداع في عنوان مشترك دون مرجع أو مذكرة</translation>
    </message>
    <message>
        <source>several payments fit</source>
        <translation>عدة دفعات مناسبة</translation>
    </message>
    <message>
        <source>money to the binding of a closed payment</source>
        <translation>مال إلى ربط دفعة مغلقة</translation>
    </message>
    <message>
        <source>money after expiry (and after the top-up window)</source>
        <translation>مال بعد انتهاء المهلة (وبعد نافذة التكملة)</translation>
    </message>
    <message>
        <source>paid twice in full</source>
        <translation>دُفعت مرتين بالكامل</translation>
    </message>
    <message>
        <source>another asset (bridged, other issuer) at our address</source>
        <translation>أصل آخر (عبر جسر أو من مُصدر آخر) على عنواننا</translation>
    </message>
    <message>
        <source>look-alike token</source>
        <translation>عملة مقلَّدة</translation>
    </message>
    <message>
        <source>right asset, network not enabled</source>
        <translation>الأصل صحيح والشبكة غير مفعّلة</translation>
    </message>
    <message>
        <source>zero-value or look-alike-address noise</source>
        <translation>ضوضاء بقيمة صفرية أو بعنوان مقلَّد</translation>
    </message>
    <message>
        <source>scaled wrongly</source>
        <translation>مقياس خاطئ</translation>
    </message>
    <message>
        <source>included but failed</source>
        <translation>مُدرجة لكنها فشلت</translation>
    </message>
    <message>
        <source>no depth progress beyond the rail&apos;s p99</source>
        <translation>لا تقدم في العمق بعد p99 للقناة</translation>
    </message>
    <message>
        <source>withdrawn while confirming</source>
        <translation>أُبطل أثناء التأكيد</translation>
    </message>
    <message>
        <source>withdrawn after Confirmed or posting</source>
        <translation>أُبطل بعد التأكيد أو القيد</translation>
    </message>
    <message>
        <source>nonce replaced or dropped</source>
        <translation>استُبدل nonce أو أُسقط</translation>
    </message>
    <message>
        <source>uncovered block range</source>
        <translation>نطاق كتل غير مغطى</translation>
    </message>
    <message>
        <source>head not moving or lagging</source>
        <translation>رأس السلسلة لا يتحرك أو متأخر</translation>
    </message>
    <message>
        <source>two sources differ</source>
        <translation>مصدران مختلفان</translation>
    </message>
    <message>
        <source>chain credit without payment</source>
        <translation>إيداع على السلسلة دون دفعة</translation>
    </message>
    <message>
        <source>paid in commerce or provider without transfer</source>
        <translation>مدفوعة لدى المبيعات أو المزوّد دون تحويل</translation>
    </message>
    <message>
        <source>API, webhook and provider record differ beyond the window</source>
        <translation>اختلاف API والويب هوك وسجل المزوّد خارج النافذة</translation>
    </message>
    <message>
        <source>own-to-own move not in the registry</source>
        <translation>نقل بين عناويننا غير موجود في السجل</translation>
    </message>
    <message>
        <source>sender on a sanctions or risk list</source>
        <translation>المُرسِل على قائمة عقوبات أو مخاطر</translation>
    </message>
    <message>
        <source>no screening result above the band</source>
        <translation>لا نتيجة فحص فوق النطاق</translation>
    </message>
    <message>
        <source>an old result now differs</source>
        <translation>نتيجة سابقة تختلف الآن</translation>
    </message>
    <message>
        <source>one of our or a payer&apos;s addresses is frozen by the issuer</source>
        <translation>جمّد المُصدر أحد عناويننا أو عناوين دافع</translation>
    </message>
    <message>
        <source>contract paused, deprecated or upgraded</source>
        <translation>العقد موقوف مؤقتًا أو مهمل أو مُرقّى</translation>
    </message>
    <message>
        <source>money on a corridor not enabled</source>
        <translation>مال على ممر غير مفعّل</translation>
    </message>
    <message>
        <source>sandbox id, secret or chain in production, or the reverse</source>
        <translation>معرّف أو سر أو سلسلة تجريبية في الإنتاج، أو العكس</translation>
    </message>
    <message>
        <source>sent, not final</source>
        <translation>أُرسل وليس نهائيًا</translation>
    </message>
    <message>
        <source>outgoing on chain, not in our records</source>
        <translation>صادر على السلسلة وغير موجود في سجلاتنا</translation>
    </message>
    <message>
        <source>one instruction sent twice</source>
        <translation>تعليمة أُرسلت مرتين</translation>
    </message>
    <message>
        <source>amount differs from the instruction</source>
        <translation>المبلغ يختلف عن التعليمة</translation>
    </message>
    <message>
        <source>refund &gt; received − fees</source>
        <translation>الاسترداد &gt; المستلم − الرسوم</translation>
    </message>
    <message>
        <source>destination is a pooled or exchange sender, unverified</source>
        <translation>الوجهة مُرسِل مجمَّع أو منصة تداول، غير متحقق منها</translation>
    </message>
    <message>
        <source>signature invalid</source>
        <translation>التوقيع غير صالح</translation>
    </message>
    <message>
        <source>timestamp outside window, or id reused with another body</source>
        <translation>الطابع الزمني خارج النافذة، أو المعرّف أُعيد استخدامه بمحتوى آخر</translation>
    </message>
    <message>
        <source>older version after newer</source>
        <translation>إصدار أقدم بعد إصدار أحدث</translation>
    </message>
    <message>
        <source>retries finished</source>
        <translation>انتهت المحاولات</translation>
    </message>
    <message>
        <source>secret suspected leaked</source>
        <translation>يُشتبه في تسرب سر</translation>
    </message>
    <message>
        <source>confirmed, not posted beyond the ERP lag</source>
        <translation>مؤكد وغير مقيد بعد مهلة نظام ERP</translation>
    </message>
    <message>
        <source>posted before its gates</source>
        <translation>قُيد قبل استيفاء شروطه</translation>
    </message>
    <message>
        <source>posted amount ≠ settled ± fees</source>
        <translation>المبلغ المقيد ≠ المسوّى ± الرسوم</translation>
    </message>
    <message>
        <source>manual journal without a payment</source>
        <translation>قيد يدوي دون دفعة</translation>
    </message>
    <message>
        <source>expected fiat not seen in its window</source>
        <translation>مال نقدي متوقع لم يُرصد في نافذته</translation>
    </message>
    <message>
        <source>fiat ≠ expected ± fee and rate band</source>
        <translation>النقد ≠ المتوقع ± نطاق الرسوم والسعر</translation>
    </message>
    <message>
        <source>fiat leg returned</source>
        <translation>أُعيد الشق النقدي</translation>
    </message>
    <message>
        <source>statement row unreadable or duplicate</source>
        <translation>سطر كشف غير مقروء أو مكرر</translation>
    </message>
    <message>
        <source>access review, drill or sign-off past due</source>
        <translation>مراجعة صلاحيات أو تدريب أو توقيع تجاوز موعده</translation>
    </message>
    <message>
        <source>anything else</source>
        <translation>أي شيء آخر</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>العمق</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>وسم الكتلة</translation>
    </message>
    <message>
        <source>Solidified</source>
        <translation>راسخ</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>الالتزام</translation>
    </message>
    <message>
        <source>Ledger closed</source>
        <translation>أُغلق الدفتر</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>آمن</translation>
    </message>
    <message>
        <source>Finalized</source>
        <translation>مُنجز</translation>
    </message>
    <message>
        <source>Finalized commitment</source>
        <translation>التزام مُنجز</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Above an amount</source>
        <translation>فوق مبلغ معين</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>دائمًا</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>عنوان خاص</translation>
    </message>
    <message>
        <source>Address and reference</source>
        <translation>عنوان ومرجع</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>استدعاء</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Treasury</source>
        <translation>الخزانة</translation>
    </message>
    <message>
        <source>Hot wallet</source>
        <translation>محفظة ساخنة</translation>
    </message>
    <message>
        <source>Deposit address</source>
        <translation>عنوان إيداع</translation>
    </message>
    <message>
        <source>Gas station</source>
        <translation>محطة رسوم الشبكة</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>شريك</translation>
    </message>
    <message>
        <source>Customer payment</source>
        <translation>دفعة عميل</translation>
    </message>
    <message>
        <source>Internal sweep</source>
        <translation>تجميع داخلي</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>صرف</translation>
    </message>
    <message>
        <source>Off-ramp leg</source>
        <translation>شق التحويل إلى النقد</translation>
    </message>
    <message>
        <source>Own to own, unknown</source>
        <translation>بين عناويننا، مجهول</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>ليس لنا</translation>
    </message>
    <message>
        <source>Contract event</source>
        <translation>حدث عقد</translation>
    </message>
    <message>
        <source>Right token</source>
        <translation>العملة الصحيحة</translation>
    </message>
    <message>
        <source>Wrong token</source>
        <translation>عملة خاطئة</translation>
    </message>
    <message>
        <source>Look-alike token</source>
        <translation>عملة مقلَّدة</translation>
    </message>
    <message>
        <source>Network not enabled</source>
        <translation>الشبكة غير مفعّلة</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>قيد التأكيد</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>تم التأكيد</translation>
    </message>
    <message>
        <source>Overpaid</source>
        <translation>دفع زائد</translation>
    </message>
    <message>
        <source>Underpaid</source>
        <translation>دفع ناقص</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>قيد التعليق</translation>
    </message>
    <message>
        <source>Reorganised</source>
        <translation>إعادة تنظيم</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>تم الاسترداد</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>تم الإلغاء</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>تم الإنشاء</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>تم الرصد</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>اختفى</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>نهائي</translation>
    </message>
    <message>
        <source>Not eligible</source>
        <translation>غير مؤهل</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>تم القيد</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>تمت التسوية</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>تم العكس</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>لم يُحكم</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>نقص</translation>
    </message>
    <message>
        <source>Accepted short</source>
        <translation>نقص مقبول</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>مطابق</translation>
    </message>
    <message>
        <source>Accepted over</source>
        <translation>فائض مقبول</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>فائض</translation>
    </message>
    <message>
        <source>In the mempool</source>
        <translation>في mempool</translation>
    </message>
    <message>
        <source>Mined</source>
        <translation>ضمن كتلة</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>أُبطل</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>متأخر</translation>
    </message>
    <message>
        <source>Several transfers</source>
        <translation>عدة تحويلات</translation>
    </message>
    <message>
        <source>Wrong network</source>
        <translation>شبكة خاطئة</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>يدوي</translation>
    </message>
    <message>
        <source>Part refunded</source>
        <translation>استرداد جزئي</translation>
    </message>
    <message>
        <source>Poison</source>
        <translation>تسميم</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>تجميع</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>تم الإسناد</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>تم التدقيق</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>مؤجل</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>تم التصعيد</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>تم الحل</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>السلسلة</translation>
    </message>
    <message>
        <source>Commerce</source>
        <translation>المبيعات</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>المزوّد</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>المالية</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>المشغّل</translation>
    </message>
    <message>
        <source>Corridor stopped</source>
        <translation>الممر موقوف</translation>
    </message>
    <message>
        <source>Closing refund</source>
        <translation>استرداد إغلاق</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>الامتثال</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>المهندس</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>المدقق</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>البيئة التجريبية</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>Suspended for new payments</source>
        <translation>معلّق للدفعات الجديدة</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>موقوف</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <source>Surplus</source>
        <translation>فائض</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>جزئيًا</translation>
    </message>
    <message>
        <source>In full, closing</source>
        <translation>بالكامل، مع الإغلاق</translation>
    </message>
    <message>
        <source>Money that never counted</source>
        <translation>مال لم يُحسب قط</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تم الاعتماد</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>تم الإرسال</translation>
    </message>
    <message>
        <source>Observed on chain</source>
        <translation>رُصد على السلسلة</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <translation>تمت المطابقة</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>لم يُقبل</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>احتساب</translation>
    </message>
    <message>
        <source>Not released</source>
        <translation>لم يُفرج عنه</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>تم الإفراج</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>تم الاستدعاء</translation>
    </message>
    <message>
        <source>Payment created</source>
        <translation>أُنشئت الدفعة</translation>
    </message>
    <message>
        <source>Payment detected</source>
        <translation>رُصدت الدفعة</translation>
    </message>
    <message>
        <source>Payment confirming</source>
        <translation>الدفعة قيد التأكيد</translation>
    </message>
    <message>
        <source>Payment confirmed</source>
        <translation>تأكدت الدفعة</translation>
    </message>
    <message>
        <source>Payment released</source>
        <translation>أُفرج عن الدفعة</translation>
    </message>
    <message>
        <source>Payment recalled</source>
        <translation>استُدعيت الدفعة</translation>
    </message>
    <message>
        <source>Payment underpaid</source>
        <translation>دُفعت الدفعة ناقصة</translation>
    </message>
    <message>
        <source>Payment overpaid</source>
        <translation>دُفعت الدفعة زائدة</translation>
    </message>
    <message>
        <source>Payment reorganised</source>
        <translation>أُعيد تنظيم الدفعة</translation>
    </message>
    <message>
        <source>Payment expired</source>
        <translation>انتهت مهلة الدفعة</translation>
    </message>
    <message>
        <source>Payment cancelled</source>
        <translation>أُلغيت الدفعة</translation>
    </message>
    <message>
        <source>Payment held</source>
        <translation>عُلّقت الدفعة</translation>
    </message>
    <message>
        <source>Payment resumed</source>
        <translation>استُؤنفت الدفعة</translation>
    </message>
    <message>
        <source>Payment refunded</source>
        <translation>استُردت الدفعة</translation>
    </message>
    <message>
        <source>Payment posted</source>
        <translation>قُيدت الدفعة</translation>
    </message>
    <message>
        <source>Payment reversed</source>
        <translation>عُكست الدفعة</translation>
    </message>
    <message>
        <source>Transfer unmatched</source>
        <translation>تحويل غير مرتبط</translation>
    </message>
    <message>
        <source>Refund proposed</source>
        <translation>اقتُرح الاسترداد</translation>
    </message>
    <message>
        <source>Refund approved</source>
        <translation>اعتُمد الاسترداد</translation>
    </message>
    <message>
        <source>Refund sent</source>
        <translation>أُرسل الاسترداد</translation>
    </message>
    <message>
        <source>Refund confirmed</source>
        <translation>تأكد الاسترداد</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>فشل الاسترداد</translation>
    </message>
    <message>
        <source>Payout proposed</source>
        <translation>اقتُرح الصرف</translation>
    </message>
    <message>
        <source>Payout approved</source>
        <translation>اعتُمد الصرف</translation>
    </message>
    <message>
        <source>Payout sent</source>
        <translation>أُرسل الصرف</translation>
    </message>
    <message>
        <source>Payout confirmed</source>
        <translation>تأكد الصرف</translation>
    </message>
    <message>
        <source>Payout failed</source>
        <translation>فشل الصرف</translation>
    </message>
    <message>
        <source>Conversion proposed</source>
        <translation>اقتُرحت المبادلة</translation>
    </message>
    <message>
        <source>Conversion sent</source>
        <translation>أُرسلت المبادلة</translation>
    </message>
    <message>
        <source>Conversion settled</source>
        <translation>سُوّيت المبادلة</translation>
    </message>
    <message>
        <source>Conversion failed</source>
        <translation>فشلت المبادلة</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>فُتحت القضية</translation>
    </message>
    <message>
        <source>Case resolved</source>
        <translation>حُلّت القضية</translation>
    </message>
    <message>
        <source>Corridor changed</source>
        <translation>تغير الممر</translation>
    </message>
    <message>
        <source>Period signed</source>
        <translation>وُقّعت الفترة</translation>
    </message>
    <message>
        <source>Rail stalled</source>
        <translation>تعثرت القناة</translation>
    </message>
    <message>
        <source>Rail recovered</source>
        <translation>تعافت القناة</translation>
    </message>
    <message>
        <source>Endpoint disabled</source>
        <translation>عُطّلت نقطة الاستقبال</translation>
    </message>
    <message>
        <source>Endpoint test</source>
        <translation>اختبار نقطة الاستقبال</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>حديث</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>يُستحق قريبًا</translation>
    </message>
    <message>
        <source>Breached</source>
        <translation>تجاوز المهلة</translation>
    </message>
</context>
</TS>
