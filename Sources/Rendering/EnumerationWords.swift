public import Reports
public import Rules
public import Scoring
public import SourceText

extension Status {
  /// The status in one character, one column wide.
  var sign: String {
    switch self {
    case .met: "✓"
    case .partial: "◐"
    case .missing: "✗"
    case .violated: "!"
    case .notApplicable: "–"
    case .unverifiable: "?"
    case .waived: "~"
    }
  }

  var ink: Ink {
    switch self {
    case .met: .green
    case .partial: .yellow
    case .missing, .violated: .red
    case .notApplicable, .unverifiable, .waived: .dim
    }
  }
}

extension Severity {
  /// The severity in a word.
  public var words: Wording {
    switch self {
    case .error: Wording(zh: "错误", en: "error")
    case .warning: Wording(zh: "警告", en: "warning")
    case .info: Wording(zh: "提示", en: "info")
    }
  }
}

extension Outcome {
  /// The outcome in a word.
  public var words: Wording {
    switch self {
    case .passed: Wording(zh: "通过", en: "passed")
    case .failed: Wording(zh: "未通过", en: "failed")
    case .unreadable: Wording(zh: "无法读取", en: "unreadable")
    }
  }
}

extension WaiverState {
  /// What became of it, in a word.
  public var words: Wording {
    switch self {
    case .used: Wording(zh: "生效", en: "in use")
    case .expired: Wording(zh: "豁免已过期", en: "waiver expired")
    case .unused: Wording(zh: "豁免未用到", en: "waiver unused")
    }
  }
}

extension Level {
  /// The level in a word.
  public var words: Wording {
    switch self {
    case .ministry: Wording(zh: "国务院部门", en: "ministry")
    case .province: Wording(zh: "省级", en: "province")
    case .city: Wording(zh: "市级", en: "city")
    case .county: Wording(zh: "县级", en: "county")
    case .township: Wording(zh: "乡镇", en: "township")
    case .subdistrict: Wording(zh: "街道", en: "subdistrict")
    case .department: Wording(zh: "部门", en: "department")
    }
  }
}

extension Stage {
  /// The stage in a word.
  public var words: Wording {
    switch self {
    case .draft: Wording(zh: "未公开稿", en: "draft")
    case .published: Wording(zh: "已公开", en: "published")
    }
  }
}

extension DocumentKind {
  /// The kind of document in a word.
  public var words: Wording {
    switch self {
    case .annualReport: Wording(zh: "年度报告", en: "annual report")
    case .informationDisclosureReport: Wording(zh: "信息公开年度报告", en: "information disclosure report")
    case .otherReport: Wording(zh: "其他报告", en: "another report")
    case .interpretation: Wording(zh: "解读", en: "interpretation")
    case .notice: Wording(zh: "通知", en: "notice")
    case .plan: Wording(zh: "计划或方案", en: "plan")
    case .news: Wording(zh: "新闻", en: "news")
    case .template: Wording(zh: "模板", en: "template")
    case .unknown: Wording(zh: "不明", en: "unknown")
    }
  }
}

extension SectionRole {
  /// The role in a few words.
  public var words: Wording {
    switch self {
    case .leaderDuty: Wording(zh: "负责人履职", en: "leaders' duty")
    case .measures: Wording(zh: "举措和成效", en: "measures")
    case .shortcomings: Wording(zh: "不足和原因", en: "shortcomings")
    case .nextYearPlan: Wording(zh: "下一年安排", en: "next year's plan")
    case .preamble: Wording(zh: "前言", en: "preamble")
    case .signature: Wording(zh: "落款", en: "signature")
    case .other: Wording(zh: "其他", en: "other")
    }
  }
}

extension RoleReason.Source {
  /// Where the reason was found, in a word.
  var words: Wording {
    switch self {
    case .heading: Wording(zh: "标题", en: "heading")
    case .opening: Wording(zh: "开头", en: "opening")
    case .body: Wording(zh: "正文", en: "body")
    case .against: Wording(zh: "反证", en: "against")
    case .position: Wording(zh: "位置", en: "position")
    case .fallback: Wording(zh: "推定", en: "fallback")
    }
  }
}

extension DateFact.Kind {
  /// What the date dates, in a word.
  public var words: Wording {
    switch self {
    case .publication: Wording(zh: "公开日期", en: "publication")
    case .page: Wording(zh: "页面日期", en: "page")
    case .updated: Wording(zh: "更新日期", en: "updated")
    case .signature: Wording(zh: "落款日期", en: "signature")
    case .document: Wording(zh: "成文日期", en: "document")
    case .clock: Wording(zh: "页面时钟", en: "page clock")
    case .url: Wording(zh: "网址", en: "URL")
    case .mentioned: Wording(zh: "文中提及", en: "mentioned")
    }
  }
}

extension Issuer.Source {
  /// Where the issuer was named, in a word.
  var words: Wording {
    switch self {
    case .title: Wording(zh: "标题", en: "title")
    case .signature: Wording(zh: "落款", en: "signature")
    case .lead: Wording(zh: "开头", en: "opening")
    case .metadata: Wording(zh: "页面信息", en: "metadata")
    }
  }
}

extension ReportYear.Source {
  /// Where the year was said, in a word.
  var words: Wording {
    switch self {
    case .given: Wording(zh: "命令行给定", en: "given")
    case .title: Wording(zh: "标题", en: "title")
    case .preamble: Wording(zh: "前言", en: "preamble")
    case .heading: Wording(zh: "小标题", en: "heading")
    case .publication: Wording(zh: "由公开日期推定", en: "from publication date")
    }
  }
}

extension FigureRelation.Kind {
  /// What the figures are to each other.
  var words: Wording {
    switch self {
    case .rate: Wording(zh: "比率", en: "rate")
    case .attainability: Wording(zh: "基数能否得出", en: "attainable of its base")
    case .bound: Wording(zh: "不超过100%", en: "at most 100%")
    case .sum: Wording(zh: "合计", en: "total")
    case .growth: Wording(zh: "增减", en: "change")
    case .repetition: Wording(zh: "前后两处", en: "named twice")
    case .subset: Wording(zh: "部分与整体", en: "part and whole")
    case .list: Wording(zh: "列举", en: "list")
    case .approximation: Wording(zh: "约数", en: "approximate")
    case .unit: Wording(zh: "单位", en: "unit")
    }
  }
}

extension FigureRelation.Verdict {
  /// Whether the figures agree.
  var words: Wording {
    switch self {
    case .ok: Wording(zh: "相符", en: "agrees")
    case .okTruncated: Wording(zh: "相符（截尾）", en: "agrees, cut off")
    case .contradicted: Wording(zh: "不符", en: "contradicted")
    case .doubtful: Wording(zh: "存疑", en: "doubtful")
    case .baseUnstated: Wording(zh: "没有写明基数", en: "base not stated")
    case .cannotTell: Wording(zh: "无法判断", en: "cannot tell")
    }
  }
}
