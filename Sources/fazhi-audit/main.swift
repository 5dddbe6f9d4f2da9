import CommandLine

await Program.main()
