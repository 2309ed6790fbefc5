# make          the site in public
# make check    what is wrong with the guide
# make test     everything that must pass, with what it needs
# make audit    staticcheck and govulncheck, and what needs Node or Java: search in
#               Firefox, axe on every page, Nu HTML checker, Lighthouse; installs its
#               tools
# make bench    how fast the build is, beside the floor and Hugo where they are; what
#               search costs, and how well it finds beside Pagefind where npm is; how
#               long an author waits for a saved page, and many editions beside one
# make fuzz     the fuzz tests, a minute each, uploads in every order, and many pairs of
#               builds into one folder
# make release  the programs that people download, for all systems, in dist
# make soak     for the night, about half an hour: all tests with the race detector,
#               and the fuzz tests, half a minute each

.PHONY: build check test audit bench fuzz soak release browser servers

FUZZTIME = 60s

build:
	go run ./generator build

check:
	go run ./generator check

test: browser servers
	test -z "$$(gofmt -l generator)" || { gofmt -l generator; echo "these files aren't formatted: gofmt -w generator"; exit 1; }
	go vet ./...
	GOOS=darwin go vet ./...
	GOOS=windows go vet ./...
	go mod tidy -diff
	BROWSER_TESTS=required go test -timeout 60m ./...
	go run ./generator check

# Installs Chromium where that can be done without asking, else says how.
browser:
	@.ci/browser

# Installs nginx, Apache and Caddy, which try docs/hosting, in the same way.
servers:
	@.ci/servers

audit:
	@.ci/lint
	@.ci/audit/run

bench:
	@.ci/bench

fuzz:
	go test -run '^$$' -fuzz FuzzTokens -fuzztime $(FUZZTIME) ./generator/language
	go test -run '^$$' -fuzz FuzzATextIsOneLine -fuzztime $(FUZZTIME) ./generator/search
	go test -run '^$$' -fuzz FuzzNumbers -fuzztime $(FUZZTIME) ./generator/search
	go test -run '^$$' -fuzz FuzzNearest -fuzztime $(FUZZTIME) ./generator/colour
	go test -run '^$$' -fuzz FuzzFrontMatter -fuzztime $(FUZZTIME) ./generator/content
	go test -run '^$$' -fuzz FuzzNoWordOfTheReader -fuzztime $(FUZZTIME) ./generator/content
	go test -run '^$$' -fuzz FuzzATextThatTOMLTakes -fuzztime $(FUZZTIME) ./generator/content
	go test -run '^$$' -fuzz FuzzOneKeyIsSetAlone -fuzztime $(FUZZTIME) ./generator/edit
	go test -run '^$$' -fuzz FuzzWords -fuzztime $(FUZZTIME) ./generator/word
	go test -run '^$$' -fuzz FuzzHTML -fuzztime $(FUZZTIME) ./generator/word
	go test -run '^$$' -fuzz FuzzDocx -fuzztime $(FUZZTIME) ./generator/word
	go test -run '^$$' -fuzz FuzzAPictureIsWholeOrRefused -fuzztime $(FUZZTIME) ./generator/edit
	go test -run '^$$' -fuzz FuzzRender -fuzztime $(FUZZTIME) ./generator/content/markdown
	PAIRS=all go test -count 1 -run TestTwoContainers ./generator/publish
	go test -run '^$$' -fuzz FuzzNoGuideTakesLong -fuzztime $(FUZZTIME) ./generator/build
	UPLOADS=all BROWSER_TESTS=required go test -count 1 -run TestVisitsDuringAnUpload ./generator/browser

soak: browser servers
	BROWSER_TESTS=required go test -race -timeout 30m -skip 'TestNoGuideOfAMegabyteTakesLong|TestAFilmIsNeverInMemory' ./...
	$(MAKE) fuzz FUZZTIME=30s

release:
	@.ci/release
