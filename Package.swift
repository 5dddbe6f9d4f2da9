// swift-tools-version: 6.3
import PackageDescription

/// One array of settings for every target, so that no target can be laxer than another.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// Links the released executable with Swift's libraries inside: it starts 5 ms sooner and runs where no Swift is installed.
///
/// ArgumentParser's Foundation asks for the two libraries; lld, because gold warns of a function in Foundation that nobody calls.
let selfContained = [
  "-static-stdlib", "-use-ld=lld", "-l_FoundationCollections", "-l_FoundationCShims",
]

/// The stages of the pipeline in the order in which data flows; each may import only what stands before it.
let stages: [Target] = [
  .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
  .systemLibrary(name: "CLibPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
  .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
  .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
  .systemLibrary(
    name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
  .systemLibrary(name: "CGNU"),
  .target(name: "SourceText", swiftSettings: strict),
  .target(name: "Threads", swiftSettings: strict),
  .target(name: "YAMLReading", dependencies: ["SourceText", "CLibYAML"], swiftSettings: strict),
  .target(name: "Matching", dependencies: ["SourceText", "CLibPCRE2"], swiftSettings: strict),
  .target(name: "Documents", dependencies: ["SourceText", "CGNU", "CLibXML2", "CLibZip"], swiftSettings: strict),
  .target(name: "Reports", dependencies: ["Documents", "Matching", "SourceText"], swiftSettings: strict),
  .target(
    name: "Rules", dependencies: ["Reports", "Documents", "Matching", "YAMLReading", "Threads", "SourceText"],
    swiftSettings: strict),
  .target(name: "Scoring", dependencies: ["Rules", "Reports", "SourceText"], swiftSettings: strict),
  .target(
    name: "Comparison", dependencies: ["Rules", "Reports", "Documents", "YAMLReading", "SourceText"],
    swiftSettings: strict),
  .target(
    name: "Rendering",
    dependencies: ["Comparison", "Scoring", "Rules", "Reports", "Documents", "YAMLReading", "SourceText"],
    swiftSettings: strict),
  .target(
    name: "CommandLine",
    dependencies: [
      "Rendering", "Comparison", "Scoring", "Rules", "Reports", "Documents", "Matching", "YAMLReading", "Threads",
      "SourceText", "CGNU", "CLibCrypto", .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    swiftSettings: strict),
  .executableTarget(
    name: "fazhi-audit",
    dependencies: ["CommandLine", .product(name: "ArgumentParser", package: "swift-argument-parser")],
    swiftSettings: strict,
    linkerSettings: [.unsafeFlags(selfContained, .when(platforms: [.linux], configuration: .release))]),
]

/// Invented reports with known verdicts and files that mean harm, shared by the tests, `make accuracy`, `make bench` and `make fuzz`.
let workshop: [Target] = [
  .target(name: "HostileFiles", path: "Tests/HostileFiles", swiftSettings: strict),
  .target(
    name: "Fuzzing",
    dependencies: [
      "HostileFiles", "Rendering", "Scoring", "Rules", "Reports", "Documents", "YAMLReading", "SourceText",
    ],
    path: "Tests/Fuzzing", exclude: ["Corpus", "words.dict"], swiftSettings: strict),
  .target(
    name: "SampleReports", path: "Tests/SampleReports", exclude: ["Fixtures", "Formats", "make-formats.py"],
    swiftSettings: strict),
  .executableTarget(
    name: "workbench",
    dependencies: [
      "Documents", "HostileFiles", "SampleReports", "CGNU",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    path: "Tests/Workbench", swiftSettings: strict),
]

/// What `scripts/fuzz` runs: it links with nothing but libFuzzer, so other builds do not know of it.
let fuzzing: [Target] =
  Context.environment["FAZHI_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "fuzz-runner", dependencies: ["Fuzzing"], path: "Tests/FuzzRunner", swiftSettings: strict)
  ]

let tests: [Target] = [
  .testTarget(name: "SourceTextTests", dependencies: ["SourceText"], swiftSettings: strict),
  .testTarget(name: "YAMLReadingTests", dependencies: ["YAMLReading", "SourceText"], swiftSettings: strict),
  .testTarget(name: "MatchingTests", dependencies: ["Matching", "SourceText"], swiftSettings: strict),
  .testTarget(
    name: "DocumentsTests", dependencies: ["HostileFiles", "Documents", "SourceText"], exclude: ["Pages"],
    swiftSettings: strict),
  .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing"], swiftSettings: strict),
  .testTarget(
    name: "ReportsTests", dependencies: ["Reports", "Documents", "Matching", "SourceText"], swiftSettings: strict),
  .testTarget(
    name: "RulesTests",
    dependencies: ["Rules", "Reports", "Documents", "Matching", "YAMLReading", "SourceText"], exclude: ["Cases"],
    swiftSettings: strict),
  .testTarget(name: "ScoringTests", dependencies: ["Scoring", "Rules", "SourceText"], swiftSettings: strict),
  .testTarget(
    name: "RenderingTests",
    dependencies: [
      "Rendering", "Comparison", "Scoring", "Rules", "Reports", "Documents", "Matching", "YAMLReading", "SourceText",
    ],
    exclude: ["Golden"], swiftSettings: strict),
  .testTarget(
    name: "CommandLineTests",
    dependencies: [
      "fazhi-audit", "CommandLine", "HostileFiles", "Rendering", "Scoring", "Rules", "Reports", "Documents",
      "SampleReports", "SourceText", "Threads", "YAMLReading",
    ],
    exclude: ["Archives", "OldWord", "Printed"],
    swiftSettings: strict),
]

let package = Package(
  name: "fazhi-audit",
  products: [.executable(name: "fazhi-audit", targets: ["fazhi-audit"])],
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")],
  targets: stages + workshop + fuzzing + tests
)
