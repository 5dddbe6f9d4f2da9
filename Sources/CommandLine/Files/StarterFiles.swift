import Documents
import SourceText

/// What `init` writes.
enum StarterFiles {
  /// The name of the example for CI.
  static let pipelineName = "fazhi-audit-ci.yml"

  /// A configuration whose only active key is the gate; all others stand in comments, ready to be used.
  static let configuration = Wording(
    zh: """
      # fazhi-audit 的配置。从文档所在的文件夹向上寻找，最近的一份起作用；命令行选项优先。
      # 路径从本文件所在的文件夹算起。查看生效的配置：fazhi-audit check --print-config

      # 规则所在的文件夹；不写则用程序自带的规则。
      # rules: rules

      # 叠加在规则之上的本地规则包（文件夹或单个 YAML 文件，其中写明 extends）。
      # overlays: [local-rules]

      # 核查口径：不写则按每份文档的层级和阶段选定。查看：fazhi-audit rules list --profile county
      # profile: county

      # 所有文档的阶段（draft、published）和层级
      # （ministry、province、city、county、township、subdistrict、department）；不写则从文中读出。
      # stage: published
      # level: county

      # 按路径另作规定，后写的优先。样式与 .gitignore 相同。
      # documents:
      #   - paths: ["drafts/"]
      #     stage: draft
      #   - paths: ["towns/**/*.txt"]
      #     profile: township

      # 什么算未通过。
      gate:
        fail_on: error        # error、warning、info、never
        # min_score: 60       # 总分低于此数也算未通过
        # categories:         # 某一类另作规定
        #   publication: {fail_on: warning, min_score: 80}

      # 豁免：哪条规则、哪些文档、为什么、谁批准、到哪一天。文件的写法：
      #   waivers:
      #     - rule: section.causes
      #       document: towns/2024-*.txt
      #       reason: 机构合并，由上级一并说明
      #       by: 李平（县司法局）
      #       until: 2026-06-30
      # waivers: waivers.yaml

      # 应当公开报告的机关名单（CSV，有“机关”一列）：没有报告的会列出。
      # expect: bodies.csv

      # 基线：已知的问题，由 fazhi-audit baseline create 生成；new_only 只因新问题而不通过。
      # baseline: known.json
      # new_only: true

      # 不核查的路径，.gitignore 的写法；也可以写在各文件夹的 .fazhi-auditignore 里。
      ignore: ["README*", "CHANGELOG*", "LICENSE*"]

      # 输出；不写则只显示在终端。file 在本文件所在的文件夹之内。
      # outputs:
      #   - {format: console}
      #   - {format: json, file: audit.json}

      # 读取文档的限度，超过的不读，并作为无法读取报告；下面是不写时的值。
      # limits:
      \(limits { "\($0.zh)，\($1.lowerBound)—\($1.upperBound)" })

      # 同时核查的份数，默认等于处理器核数。
      # jobs: 2

      # 界面语言：zh 或 en。
      # lang: zh

      """,
    en: """
      # The configuration of fazhi-audit: the nearest one above a document holds; options on the command line win.
      # Paths count from this file's folder. See what is in force with: fazhi-audit check --print-config

      # The folder of the rules; without it, those that come with the program.
      # rules: rules

      # Packs of your own that lie over the rules: folders, or YAML files, that say what they extend.
      # overlays: [local-rules]

      # The profile; without it, each document's level and stage choose. See: fazhi-audit rules list --profile county
      # profile: county

      # Stage (draft, published) and level (ministry, province, city, county, township, subdistrict, department) of all
      # documents; without them, they are read from the text.
      # stage: published
      # level: county

      # What is different for documents of some paths; the last that fits decides. Patterns are those of .gitignore.
      # documents:
      #   - paths: ["drafts/"]
      #     stage: draft
      #   - paths: ["towns/**/*.txt"]
      #     profile: township

      # What fails a document.
      gate:
        fail_on: error        # error, warning, info or never
        # min_score: 60       # a lower total fails too
        # categories:         # what is different for a category
        #   publication: {fail_on: warning, min_score: 80}

      # Waivers: which rule, which documents, why, by whose leave, until which day. Such a file reads:
      #   waivers:
      #     - rule: section.causes
      #       document: towns/2024-*.txt
      #       reason: merged into the county's report
      #       by: Li Ping, county bureau of justice
      #       until: 2026-06-30
      # waivers: waivers.yaml

      # A CSV list (column `body`) of who has to publish: bodies without a report are named.
      # expect: bodies.csv

      # The known findings, written by fazhi-audit baseline create; new_only lets only new ones fail a document.
      # baseline: known.json
      # new_only: true

      # Paths that are not audited, as in .gitignore; they can stand in a .fazhi-auditignore of any folder too.
      ignore: ["README*", "CHANGELOG*", "LICENSE*"]

      # What is written; without it, the console only. A file lies in this file's folder.
      # outputs:
      #   - {format: console}
      #   - {format: json, file: audit.json}

      # Limits of reading; a document beyond one is reported as unreadable. These are the values without this key.
      # limits:
      \(limits { "\($0.en), \($1.lowerBound) to \($1.upperBound)" })

      # Documents audited at once; by default one a processor core.
      # jobs: 2

      # The language: zh or en.
      # lang: en

      """)

  /// The lines of all limits with their defaults and a remark on each.
  private static func limits(_ remark: (Wording, ClosedRange<Int>) -> String) -> String {
    let defaults = DocumentLimits()
    return LimitName.allCases.map { name in
      let setting = "#   \(name.rawValue): \(defaults[name])"
      let gap = String(repeating: " ", count: max(1, 32 - setting.utf8.count))
      return "\(setting)\(gap)# \(remark(name.words, name.range))"
    }.joined(separator: "\n")
  }

  /// A workflow for GitHub Actions, and in comments the same for GitLab.
  static let pipeline = Wording(
    zh: """
      # CI 示例（GitHub Actions）：复制到 .github/workflows/ 即可使用。GitLab 的写法见文末。
      # 退出状态 0 通过，1 有文档未通过，2 有事没能做成；1 和 2 都会使流水线失败。
      name: fazhi-audit
      on: [push, pull_request]
      jobs:
        audit:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
            - name: 核查
              # 需要事先在运行环境中安装 fazhi-audit。
              run: fazhi-audit check . --format github --format html=fazhi-audit.html
            - name: 保存结果
              if: always()
              uses: actions/upload-artifact@v4
              with:
                name: fazhi-audit
                path: fazhi-audit.html

      # GitLab（.gitlab-ci.yml）：
      # fazhi-audit:
      #   script:
      #     - fazhi-audit check . --format console --format gitlab=fazhi-audit.json
      #   artifacts:
      #     when: always
      #     reports: {codequality: fazhi-audit.json}

      """,
    en: """
      # An example for CI (GitHub Actions): copy it to .github/workflows/. For GitLab see the end.
      # Exit status 0: passed; 1: a document falls short; 2: something could not be done. 1 and 2 fail the pipeline.
      name: fazhi-audit
      on: [push, pull_request]
      jobs:
        audit:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
            - name: Audit
              # fazhi-audit has to be installed on the runner.
              run: fazhi-audit check . --format github --format html=fazhi-audit.html
            - name: Keep the results
              if: always()
              uses: actions/upload-artifact@v4
              with:
                name: fazhi-audit
                path: fazhi-audit.html

      # GitLab (.gitlab-ci.yml):
      # fazhi-audit:
      #   script:
      #     - fazhi-audit check . --format console --format gitlab=fazhi-audit.json
      #   artifacts:
      #     when: always
      #     reports: {codequality: fazhi-audit.json}

      """)
}
