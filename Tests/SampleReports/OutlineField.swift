/// A field of the Outline (《法治政府建设实施纲要（2021—2025年）》, parts 2 to 10) that a report must cover.
package enum OutlineField: String, CaseIterable, Sendable {
  case functions, institutions, decisions, enforcement, emergencies, disputes, oversight, digital, leadership

  /// The fixed rule that asks for the field.
  package var rule: FixedRule {
    switch self {
    case .functions: .outlineFunctions
    case .institutions: .outlineInstitutions
    case .decisions: .outlineDecisions
    case .enforcement: .outlineEnforcement
    case .emergencies: .outlineEmergencies
    case .disputes: .outlineDisputes
    case .oversight: .outlineOversight
    case .digital: .outlineDigital
    case .leadership: .outlineLeadership
    }
  }

  /// Words that make a sentence speak of the field: where none is left, the field is missing.
  package var terms: [String] {
    switch self {
    case .functions:
      [
        "权责清单", "放管服", "营商环境", "行政审批", "行政许可", "告知承诺", "证照分离", "市场准入", "公平竞争",
        "高效办成一件事", "双随机", "帮办", "帮代办", "证明事项",
      ]
    case .institutions: ["规范性文件", "立法", "合法性审核", "备案", "清理行政"]
    case .decisions:
      [
        "重大行政决策", "公众参与", "专家论证", "风险评估", "合法性审查", "集体讨论", "法律顾问", "公职律师",
        "三重一大",
      ]
    case .enforcement:
      ["行政执法", "裁量权", "案卷", "涉企检查", "涉企行政检查", "三项制度", "综合执法", "不予处罚", "持证"]
    case .emergencies: ["突发事件", "应急", "预案", "演练", "预警", "安全生产", "防汛"]
    case .disputes: ["调解", "裁决", "复议", "应诉", "诉讼", "枫桥", "法律援助", "公共法律服务", "综治中心", "信访"]
    case .oversight:
      [
        "人大代表", "政协", "审计", "政府督查", "执法监督", "政务公开", "信息公开", "公开政府信息", "政务诚信", "12345",
        "失信", "拖欠",
      ]
    case .digital:
      ["数字", "一网通办", "一网统管", "数据共享", "电子证照", "互联网+", "掌上", "全程网办", "网上办理"]
    case .leadership:
      [
        "依法治县委员会", "依法治区委员会", "依法治市委员会", "第一责任人", "述法", "法治督察", "示范创建", "学法",
        "普法", "法律明白人", "年度报告制度",
      ]
    }
  }
}
