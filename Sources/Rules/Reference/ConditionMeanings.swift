public import SourceText

extension RuleGrammar {
  /// What a kind of check asks, in a sentence; nil for a name that is none.
  public func meaning(ofCondition name: String) -> Wording? { ConditionDecoder.Kind(rawValue: name)?.meaning }
}

extension ConditionDecoder.Kind {
  /// What the check asks, in a sentence for who reads rules and has never programmed.
  var meaning: Wording {
    switch self {
    case .section:
      Wording(zh: "报告有某一部分，并且够长。", en: "The report has a part, and it is long enough.")
    case .mention:
      Wording(
        zh: "报告的某些位置写到某些词，附近有要求的词、数据或日期，没有不该有的词。",
        en:
          "Words stand in some places of the report, near other words, figures or dates, and not with words that rule them out."
      )
    case .topic:
      Wording(
        zh: "报告写清楚了一个主题：有几句专门写它，用到几个不同的词，有数据或文件名。",
        en:
          "The report treats a topic: some sentences are about it, with several of its words, figures or titled documents."
      )
    case .known:
      Wording(
        zh: "从文中看得出某些事实，例如发布日期、落款机关。", en: "Facts can be told from the text: the date of publication, who signed.")
    case .kind: Wording(zh: "文件是某一种文件。", en: "The document is of a kind.")
    case .date: Wording(zh: "一个日期早于、晚于或等于另一个日期。", en: "A date is earlier or later than another, or the same.")
    case .years:
      Wording(zh: "文中写到的年份是报告年度，或者下一年度。", en: "The years that are named are the report's, or the one after.")
    case .sameBody: Wording(zh: "标题、落款等处写的是同一个机关。", en: "Title, signature and so on name one body.")
    case .numbering:
      Wording(
        zh: "标题编号有漏号、重号、倒序等毛病；用于 forbid。", en: "Headings are numbered with a gap, a repeat and the like; for `forbid`.")
    case .headingMarks:
      Wording(zh: "标题的标点不合习惯；用于 forbid。", en: "Headings have a mark too many or a wrong one; for `forbid`.")
    case .brokenList:
      Wording(zh: "一是、二是这样的列项有缺漏或重复；用于 forbid。", en: "A counted list leaves out or repeats an item; for `forbid`.")
    case .brokenParagraphs:
      Wording(zh: "段落在句子中间断开；用于 forbid。", en: "A paragraph breaks off inside a sentence; for `forbid`.")
    case .unpairedMarks: Wording(zh: "括号、引号、书名号只有一半；用于 forbid。", en: "One of a pair of marks is alone; for `forbid`.")
    case .typed:
      Wording(zh: "按原样看，写法不规范；用于 forbid。", en: "The text as it was typed has a form that is wrong; for `forbid`.")
    case .workingDays: Wording(zh: "两个日期之间不超过几个工作日。", en: "At most so many working days lie between two dates.")
    case .fields: Wording(zh: "页面信息的某些栏目有内容，或者空着。", en: "Fields of the page's metadata have a value, or stand empty.")
    case .properties:
      Wording(zh: "文件在正文之外写明了某些元数据，例如网页标签。", en: "The file states properties beside its text: a page's meta tags.")
    case .pageResidue: Wording(zh: "正文混进了网页的导航、按钮等。", en: "Navigation, buttons and the like came along with the text.")
    case .personalNumbers:
      Wording(zh: "写有身份证号码、手机号码等个人号码；用于 forbid。", en: "Numbers of one person stand in the text; for `forbid`.")
    case .figures:
      Wording(
        zh: "数据自相矛盾，或者写法有毛病；用于 forbid。", en: "Figures contradict each other or are written wrongly; for `forbid`.")
    case .level: Wording(zh: "报告机关属于某一层级。", en: "The reporting body stands at a level.")
    case .count: Wording(zh: "某些位置有多少个数据或文件名。", en: "So many figures or titled documents stand in some places.")
    case .items: Wording(zh: "某一部分的各项都有要求的内容。", en: "The items of a part have what is asked.")
    case .agreement: Wording(zh: "一部分的各项在另一部分得到回应。", en: "The items of one part come back in another.")
    case .terms:
      Wording(zh: "写了错误用语表里的词；用于 forbid。", en: "Words of a list of wrong ones stand in the text; for `forbid`.")
    case .garbled: Wording(zh: "固定表述错字、漏字、多字；用于 forbid。", en: "A set phrase is written with a slip; for `forbid`.")
    case .repeated: Wording(zh: "同样的话写了两遍；用于 forbid。", en: "The same words stand twice; for `forbid`.")
    case .timeline:
      Wording(
        zh: "写到了报告年度以后的，或者只写已被取代的会议、文件；用于 forbid。",
        en: "Something is named that came after the report year, or only what was replaced before it; for `forbid`.")
    case .mixedNames: Wording(zh: "同一名称前后写法不一；用于 forbid。", en: "A name is written in several ways; for `forbid`.")
    case .allOf: Wording(zh: "几个条件都成立。", en: "Several conditions all hold.")
    case .anyOf: Wording(zh: "几个条件中有一个成立。", en: "One of several conditions holds.")
    case .not: Wording(zh: "一个条件不成立。", en: "A condition does not hold.")
    }
  }
}
