import SourceText

/// What the keys say by whose words a page is read and figures are related.
enum ReadingKeys {
  /// By the key's name and that of the mapping around it, or by the name alone where it says the same everywhere.
  static let meanings: [String: Wording] = [
    "/subject": Wording(
      zh: "本规则包核查的报告说的是什么，标题中任一即可", en: "What the judged reports are about; one of these words in the title"),
    "/report_nouns": Wording(zh: "报告的标题以哪些词结尾", en: "Words with which the title of a report ends"),
    "/title_joints": Wording(zh: "标题中连接机关与事由的词", en: "Words that join body and matter in a title"),
    "/kinds": Wording(
      zh: "文件种类怎样从标题认出，自上而下第一条符合的为准", en: "How a kind of document is known by its title; the first that fits"),
    "/fields": Wording(zh: "页面上各栏的名称和常见叫法", en: "The fields of a page and their labels"),
    "/clocks": Wording(
      zh: "网页时钟、日历的用词，旁边的日期不是公开日期", en: "Words of a page’s clock, beside which a date is no publication date"),
    "/furniture": Wording(zh: "网页的导航、按钮、计数用词", en: "Navigation, buttons and counters of a page"),
    "/appendices": Wording(zh: "附件、附表开头的词", en: "Words that open an appendix"),
    "/site_names": Wording(zh: "网站名称的结尾", en: "Endings of the names of sites"),
    "/audiences": Wording(zh: "主送机关的结尾，用来认出抬头", en: "Endings of addressees, by which the address line is known"),
    "/organs": Wording(zh: "机关名称的结尾和层级", en: "Endings of the names of bodies, with their level"),
    "/regions": Wording(zh: "行政区名称的结尾和层级", en: "Endings of the names of regions, with their level"),
    "/lookalikes": Wording(zh: "看着像机关或地名、其实不是的词", en: "Words that look like a body or region and are none"),
    "/short_forms": Wording(
      zh: "机关名称的全称和简称，用来对照机关名单", en: "Long and short forms in names of bodies, for matching a list of bodies"),
    "short_forms.short": Wording(
      zh: "简称；为空表示有没有这几个字都一样", en: "The short form; empty where the long one says nothing more"),
    "short_forms.long": Wording(zh: "与它相同的全称", en: "The long forms that mean the same"),
    "headline.rule": Wording(zh: "规则编号", en: "The rule's id"),
    "/self_references": Wording(zh: "文中自称的词", en: "Words by which a text speaks of its own body"),
    "/not_names": Wording(zh: "不会是机关名称开头的词", en: "Words with which no name of a body begins"),
    "/name_ends": Wording(
      zh: "机关名称里没有的词，名称到它为止", en: "Words that no name of a body holds, so that it ends before them"),
    "/leads": Wording(zh: "机关名称之前的引导词，不属于名称", en: "Words before the name of a body that are no part of it"),
    "/item_marks": Wording(zh: "分项的开头，如一是", en: "Words that open an item"),
    "/units": Wording(zh: "数字后的量词和单位", en: "Measure words and units behind numbers"),
    "/approximations": Wording(zh: "表示约数的词", en: "Words that make a number approximate"),
    "kinds.kind": Wording(zh: "这是哪一种文件", en: "The kind of document"),
    "kinds.all": Wording(zh: "标题中这些词都要有", en: "The title has all of these words"),
    "kinds.any": Wording(zh: "标题中至少有一个", en: "The title has one of these words"),
    "kinds.ending": Wording(zh: "标题以其中之一结尾", en: "The title ends with one of these words"),
    "kinds.none": Wording(zh: "标题中一个也不得有", en: "The title has none of these words"),
    "fields.field": Wording(zh: "栏目在规则中的名称", en: "What rules call the field"),
    "fields.labels": Wording(zh: "见过的叫法", en: "The labels that it was seen with"),
    "fields.date": Wording(zh: "栏目里的日期是哪一种；不是日期的不写", en: "Which date it holds, if any"),
    "organs.endings": Wording(zh: "名称以其中之一结尾", en: "The name ends with one of these words"),
    "organs.level": Wording(zh: "这样的名称是哪一层级；不写则看地名", en: "The level of such a body; by default that of its region"),
    "organs.level_in_title": Wording(
      zh: "标题上写着它、就是它自己的报告时的层级", en: "Its level where the title names it, so that the report is its own"),
    "regions.endings": Wording(zh: "地名以其中之一结尾", en: "The name ends with one of these words"),
    "regions.level": Wording(zh: "这样的地名是哪一层级", en: "The level of such a region"),
    "figure_words.totals": Wording(zh: "总数之前的词", en: "Words before a total"),
    "figure_words.of_which": Wording(zh: "引出各部分的词", en: "Words that open the parts of a total"),
    "figure_words.among": Wording(zh: "总数之后、各部分之前的词", en: "Words between a total and its parts"),
    "figure_words.others": Wording(zh: "列举到此为全的一项", en: "The item that makes a list of parts complete"),
    "figure_words.incomplete": Wording(zh: "说明列举不全的词，有此词不判总分不符", en: "Words that say that not all parts are named"),
    "figure_words.continuing": Wording(
      zh: "下一句承接上一句总数的词", en: "Words by which a sentence goes on with the total before it"),
    "figure_words.rate_endings": Wording(zh: "比率名称的结尾", en: "Endings of the names of rates"),
    "figure_words.share_endings": Wording(zh: "占比一类名称的结尾", en: "Endings of the names of shares"),
    "figure_words.rate_links": Wording(zh: "比率名称与数值之间的词", en: "Words between the name of a rate and its value"),
    "figure_words.growth": Wording(zh: "说的是增减幅度、不是比率的词", en: "Words of growth, which is no rate"),
    "figure_words.open_rates": Wording(zh: "可以超过100%的比率", en: "Rates that may exceed 100 %"),
    "figure_words.degrees": Wording(
      zh: "不以“率”结尾、也不会超过100%的名称", en: "Names of percentages up to 100 % that do not end as rates do"),
    "figure_words.share_stems": Wording(
      zh: "不说是什么的比率的名称", en: "Names of rates that do not say what they are rates of"),
    "figure_words.same_acts": Wording(zh: "同一环节的不同说法", en: "Different words for one act"),
    "same_acts.words": Wording(zh: "意思相同的词", en: "Words of one meaning"),
    "figure_words.things": Wording(
      zh: "所计的事物，说明不了比率的分子", en: "What is counted, which does not tell the part of a rate"),
    "figure_words.done": Wording(zh: "应有数之中已经完成的数之前的词", en: "Words before what was done of what was due"),
    "figure_words.counterparts": Wording(
      zh: "与同一列举中另一项互补的词", en: "Words by which one item of a list is what another leaves"),
    "figure_words.all_of": Wording(zh: "说明部分就是整体的词", en: "Words by which the part is the whole"),
    "figure_words.of_base": Wording(zh: "占某数的百分之几中的“的”", en: "The word between a base and its share"),
    "figure_words.total_nouns": Wording(zh: "只表示总数的词", en: "Words that name no more than a total"),
    "figure_words.total_leads": Wording(
      zh: "总数之词前面、只说明合计哪几项的词", en: "Words before those of a total that say of which items"),
    "figure_words.same_units": Wording(zh: "意思相同的单位", en: "Units of one meaning"),
    "same_units.words": Wording(zh: "意思相同的单位", en: "Units of one meaning"),
    "figure_words.not_among": Wording(
      zh: "含有“中”、但不引出部分的词", en: "Words that hold one of `among` and open no parts"),
    "figure_words.people": Wording(
      zh: "人的量词，一个人可以属于几类", en: "Measure words of people, who can be of several kinds at once"),
    "figure_words.prior": Wording(zh: "上一期数字之前的词", en: "Words before a number of an earlier period"),
    "figure_words.listed_kinds": Wording(
      zh: "逐一列名的种类的量词", en: "Measure words of kinds that a list names one by one"),
    "figure_words.documents": Wording(zh: "书名号之后所计的文件", en: "What a title is the name of"),
    "figure_words.due": Wording(zh: "应有数之前的词", en: "Words before the number that should be"),
    "figure_words.carry_over": Wording(
      zh: "分母可能不止所列数字的词", en: "Words that say that the base may be larger than stated"),
    "figure_words.reductions": Wording(
      zh: "压减幅度，没有前后数值无从复算", en: "Reductions, which cannot be recomputed without both values"),
    "figure_words.severally": Wording(zh: "为几样东西各给一个数的词", en: "Words that give several things a number each"),
    "figure_words.running_on": Wording(zh: "会跨年办理的事项", en: "Matters that run over from year to year"),
    "figure_words.own_rates": Wording(zh: "以刚列出的事项为基数的比率", en: "Rates of the items that were just listed"),
    "figure_words.compared": Wording(zh: "只说明与什么比较的词", en: "Words that only name what is compared with"),
    "figure_words.rises": Wording(zh: "增加", en: "Words of rise"),
    "figure_words.falls": Wording(zh: "减少", en: "Words of fall"),
    "figure_words.from": Wording(zh: "由甲增加到乙的“由”", en: "Words before the earlier value"),
    "figure_words.to": Wording(zh: "由甲增加到乙的“增加到”", en: "Words before the later value"),
    "figure_words.points": Wording(zh: "百分点的写法", en: "Ways to write percentage points"),
    "figure_words.stages": Wording(
      zh: "先后环节，后一环节的数不会多于前一环节", en: "Stages of one matter: a later one has no more than an earlier one"),
    "figure_words.tracked": Wording(zh: "全文应当只有一个数的事项", en: "Quantities that have one value throughout"),
    "figure_words.yearly": Wording(zh: "表示全年的词", en: "Words for the whole year"),
    "figure_words.partial": Wording(zh: "限于一段时间或另一年的词", en: "Words for a part of the year, or for another year"),
    "figure_words.more": Wording(zh: "数字之后表示约数的词", en: "Words behind a number that make it approximate"),
    "figure_words.whole": Wording(zh: "不能分割的东西的量词", en: "Measure words of what cannot be divided"),
    "figure_words.averages": Wording(zh: "有此词可以有小数", en: "Words with which a number may have decimals"),
    "figure_words.listed": Wording(zh: "先说几项、再列举的量词", en: "Measure words of announced lists"),
    "figure_words.list_openers": Wording(zh: "引出列举的词", en: "Words that open a list"),
    "figure_words.list_joints": Wording(zh: "列举中的连接词", en: "Words that join the items of a list"),
    "figure_words.not_joints": Wording(zh: "含有连接词的字、但不是连接词的词", en: "Words that hold a joint and are none"),
    "figure_words.items": Wording(zh: "一是、二是的“是”", en: "The words of counted items"),
    "figure_words.acts": Wording(zh: "对事项做了什么，只用于显示", en: "What was done, for display only"),
    "stages.earlier": Wording(zh: "前一环节的用词", en: "Words of the earlier stage"),
    "stages.later": Wording(zh: "后一环节的用词", en: "Words of the later stage"),
    "stages.runs_on": Wording(zh: "上年结转的是否可能也在内", en: "Whether what was carried over may be included"),
  ]
}
