package dev.mixpaneldata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.mcp.app.LocalPage;
import dev.mixpaneldata.mcp.app.PageLink;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.testkit.dataset.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page in Chromium, as a user works with it. With {@code -Dpages.write=true} it draws the
 * pictures of docs/ui.md again.
 */
class PageTest {
  private static final String DAYS = "&from_date=2026-10-02&to_date=2026-10-31";
  private static final Path PICTURES = Path.of("../docs/pictures");
  private static final int CTRL = 2;

  /** What a user types into the fields that must be filled. */
  private static final Map<String, List<String>> TYPED =
      Map.of(
          "event", List.of("Purchase"),
          "events", List.of("Purchase"),
          "born_event", List.of("Sign Up"),
          "return_event", List.of("App Opened"),
          "property_name", List.of("amount"),
          "properties", List.of("amount"),
          "metrics", List.of("Purchase"),
          "steps", List.of("Sign Up", "Purchase"));

  @TempDir private static Path folder;

  private static Served served;
  private static Chrome chrome;

  @BeforeAll
  static void open() throws Exception {
    chrome = Chrome.start(folder);
    served = Served.start(folder, Dataset.demo(), true);
    chrome.look(1280, 900, false);
    chrome.open(served.address());
    chrome.await("document.querySelector('.home .chart svg')");
    pin("Purchases by platform", "segmentation", "'event': 'Purchase', 'on': '$os'");
    pin("From sign-up to purchase", "funnel", "'steps': ['Sign Up', 'Purchase']");
    pin("Who comes back", "retention", "'born_event': 'Sign Up', 'return_event': 'App Opened'");
    pin("After sign-up", "event_paths", "'event': 'Sign Up'");
  }

  private static void pin(String title, String report, String arguments) {
    String answer =
        chrome
            .run(
                """
                fetch('/api/pin', {method: 'POST', body: JSON.stringify({
                  board: 'growth', title: '%s', question: {operation: '%s', arguments: {
                  %s, from_date: '2026-10-02', to_date: '2026-10-31'}}})}).then((r) => r.text())
                """
                    .formatted(title, report, arguments))
            .asText();
    assertThat(answer).contains(title);
  }

  @AfterAll
  static void close() throws Exception {
    if (served != null) {
      served.close();
    }
    if (chrome != null) {
      chrome.close();
    }
  }

  @AfterEach
  void thePageIsSilentAndAsksItsServerAlone() {
    assertThat(chrome.complaints()).isEmpty();
    assertThat(chrome.addresses())
        .allMatch(
            a ->
                a.startsWith("http://127.0.0.1:" + served.address().getPort() + "/")
                    || a.startsWith("data:"));
  }

  static Stream<String> reports() {
    return Forms.reports().stream().map(OperationSpec::id);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyReportFromEmptyFormToAnswer(String id) throws Exception {
    OperationSpec<?, ?> report =
        Forms.reports().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    go("#/report/" + id);
    chrome.await("document.querySelector('form.form')?.getAttribute('aria-label')");
    for (ParameterDescription parameter : report.parameters()) {
      List<String> texts =
          parameter.name().equals("distinct_ids")
              ? List.of(someone())
              : parameter.name().equals("on") && parameter.required()
                  ? List.of("amount")
                  : TYPED.getOrDefault(parameter.name(), List.of());
      boolean usual = parameter.required() || parameter.name().equals("steps");
      for (int i = 0; usual && i < texts.size(); i++) {
        chrome.run("document.getElementsByName('" + parameter.name() + "')[" + i + "].focus()");
        chrome.type(texts.get(i));
      }
    }
    chrome.run("document.querySelector('form.form .run').click()");
    chrome.await(
        "['answered', 'failed'].includes(document.querySelector('.result').dataset.state)");

    assertThat(text(".result")).as(id).contains("Answered by").doesNotContain("INVALID_ARGUMENT");
    if (report.result().isCharted()) {
      chrome.await("document.querySelector('.answer .chart svg')");
      assertThat(
              chrome
                  .run("document.querySelectorAll('.answer svg text, .answer svg path').length")
                  .asInt())
          .isPositive();
    }
    chrome.run(
        "[...document.querySelectorAll('[role=tab]')].find(t => t.textContent === 'Table').click()");
    assertThat(chrome.run("document.querySelectorAll('.answer tbody tr').length").asInt())
        .isPositive();
  }

  private static String someone() {
    return String.valueOf(
        served.workspace().sql("SELECT max(distinct_id) FROM events").rows().get(0).get(0));
  }

  @Test
  void aFilterAndACohortAreBuiltByClicking() throws Exception {
    go("#/report/segmentation");
    chrome.await("document.getElementsByName('where').length");
    chrome.run(
        """
        (() => {
          const builder = document.getElementsByName('where')[0].parentElement.querySelector('.builder');
          builder.open = true;
          const [property, value] = builder.querySelectorAll('input');
          property.value = '$os'; value.value = 'iOS';
          builder.querySelector('button').click();
          property.value = 'amount'; builder.querySelector('select').value = '>'; value.value = '20';
          builder.querySelector('button').click();
          const cohort = document.getElementsByName('cohort')[0].parentElement.querySelector('.builder');
          const [event, times] = cohort.querySelectorAll('input');
          event.value = 'Purchase'; times.value = '2';
          cohort.querySelector('button').click();
          document.getElementsByName('event')[0].value = 'Purchase';
        })()
        """);
    assertThat(chrome.run("document.getElementsByName('where')[0].value").asText())
        .isEqualTo("$os == \"iOS\" and amount > 20");
    assertThat(chrome.run("document.getElementsByName('cohort')[0].value").asText())
        .isEqualTo("did Purchase at least 2 times");

    chrome.run("document.querySelector('form.form .run').click()");
    chrome.await("document.querySelector('.result').dataset.state === 'answered'");
    assertThat(chrome.run("location.hash").asText()).contains("where=", "cohort=");
  }

  @Test
  void fieldsOfferTheNamesOfTheProject() throws Exception {
    go("#/report/property_counts");
    chrome.await("document.getElementsByName('event').length");
    chrome.run("document.getElementsByName('event')[0].focus()");
    chrome.await("document.getElementsByName('event')[0].list.options.length > 5");
    chrome.type("Purchase");
    chrome.run("document.getElementsByName('property_name')[0].focus()");
    chrome.await(
        "[...document.getElementsByName('property_name')[0].list.options].some(o => o.value === 'amount')");
  }

  @Test
  void anAddressHoldsTheRequestThroughReloadAndBack() throws Exception {
    String first = "#/report/segmentation?event=Purchase" + DAYS;
    go(first);
    chrome.await("document.querySelector('.answer h2')?.textContent.startsWith('Purchase')");
    chrome.run("location.hash = '#/report/segmentation?event=Search" + DAYS + "'");
    chrome.await("document.querySelector('.answer h2')?.textContent.startsWith('Search')");
    chrome.run("history.back()");
    chrome.await("document.querySelector('.answer h2')?.textContent.startsWith('Purchase')");
    assertThat(chrome.run("document.getElementsByName('event')[0].value").asText())
        .isEqualTo("Purchase");
    chrome.run("location.reload()");
    chrome.await("document.querySelector('.answer .chart svg')");
    assertThat(chrome.run("location.hash").asText()).isEqualTo(first);
  }

  @Test
  void theLinkOfAnAssistantHoldsTheRequest() throws Exception {
    PageLink link =
        PageLink.of(
            LocalPage.find(served.workspace()),
            "segmentation",
            Map.of(
                "event",
                "Purchase",
                "from_date",
                "2026-10-02",
                "to_date",
                "2026-10-31",
                "where",
                "$os == \"iOS\""),
            Map.of("cohort", "did Purchase at least 2 times"));
    assertThat(link.server()).isPresent();
    go("#" + link.place());
    chrome.await("document.querySelector('.answer h2')?.textContent.startsWith('Purchase')");
    assertThat(chrome.run("document.getElementsByName('where')[0].value").asText())
        .isEqualTo("$os == \"iOS\"");
    assertThat(chrome.run("document.getElementsByName('cohort')[0].value").asText())
        .isEqualTo("did Purchase at least 2 times");
  }

  /** What a printer gets: the answer in black on white, and nothing to click. */
  @Test
  void aReportIsPrintedWithItsChartAndItsTable() throws Exception {
    chrome.look(1280, 900, true);
    try {
      go("#/report/segmentation?event=Purchase&on=%24os" + DAYS);
      settled();
      chrome.print(true);
      String[] shown = {".answer .chart svg", ".answer .only-print table", ".answer h2"};
      for (String selector : shown) {
        assertThat(height(selector)).as(selector).isPositive();
      }
      for (String selector :
          new String[] {"header", "form.form", "[role=tab]", ".actions button"}) {
        assertThat(height(selector)).as(selector).isZero();
      }
      assertThat(chrome.run("getComputedStyle(document.body).backgroundColor").asText())
          .isEqualTo("rgb(255, 255, 255)");
      assertThat(
              chrome
                  .run("getComputedStyle(document.querySelector('.only-print td')).color")
                  .asText())
          .isEqualTo("rgb(0, 0, 0)");
      assertThat(
              chrome
                  .run("getComputedStyle(document.querySelector('.answer .mpc text')).fill")
                  .asText())
          .isIn("rgb(0, 0, 0)", "rgb(68, 68, 68)");
    } finally {
      chrome.print(false);
      chrome.look(1280, 900, false);
    }
  }

  private static double height(String selector) {
    return chrome
        .run(
            "Math.max(0, ...[...document.querySelectorAll('"
                + selector
                + "')].map((e) => e.getBoundingClientRect().height))")
        .asDouble();
  }

  @Test
  void sqlIsCompletedAndAnswered() throws Exception {
    go("#/sql");
    chrome.await("document.querySelector('#query')?.value");
    chrome.run(
        "document.querySelector('#query').focus(); document.querySelector('#query').select()");
    chrome.type("SELECT event_name, count(*) AS n FROM even");
    chrome.await(
        "[...document.querySelectorAll('#completions li span')].some(l => l.textContent === 'events')");
    chrome.run(
        "(() => { const l = [...document.querySelectorAll('#completions li')].find(l => l.firstChild.textContent === 'events'); l.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true})); })()");
    assertThat(chrome.run("document.querySelector('#query').value").asText())
        .endsWith("FROM events");
    chrome.type(" GROUP BY ALL ORDER BY n DESC");
    chrome.key("Escape", "Escape", 27, 0);
    chrome.key("Enter", "Enter", 13, CTRL);
    chrome.await("document.querySelector('.answer .chart svg')");
    assertThat(text(".source")).contains("local tables", "no calls to Mixpanel");
  }

  @Test
  void sqlReadsNoFilesAndChangesNothing() throws Exception {
    go("#/sql?query=SELECT+*+FROM+read_text('/etc/passwd')");
    chrome.await("document.querySelector('.result').dataset.state === 'failed'");
    go("#/sql?query=DROP+TABLE+events");
    chrome.await("document.querySelector('.result').dataset.state === 'failed'");
    assertThat(served.workspace().tables().list()).hasSizeGreaterThan(1);
  }

  @Test
  void answersArePinnedMovedRefreshedAndRemoved() throws Exception {
    for (String event : List.of("Purchase", "Search")) {
      go("#/report/segmentation?event=" + event + DAYS);
      chrome.await("document.querySelector('.answer h2')?.textContent.startsWith('" + event + "')");
      chrome.run(
          "[...document.querySelectorAll('button')].find(b => b.textContent === 'Pin to a board').click()");
      chrome.await("document.querySelector('dialog[open] #pin-board')");
      chrome.run(
          "document.querySelector('#pin-board').value = 'mine'; document.querySelector('#pin-title').value = '"
              + event
              + "'; document.querySelector('dialog form').requestSubmit()");
      chrome.await("document.querySelector('dialog a')");
      chrome.run("document.querySelector('dialog').close()");
    }
    go("#/board/mine");
    chrome.await("document.querySelectorAll('.pin .chart svg').length === 2");
    chrome.run("document.querySelector('[aria-label=\"Move before: Search\"]').click()");
    chrome.await("document.querySelector('.pin h2').textContent === 'Search'");
    chrome.run("document.querySelector('.top .main').click()");
    chrome.await(
        "document.querySelector('#said').textContent === 'The board is changed.' && !document.querySelector('.top .main').disabled");
    chrome.run("document.querySelector('[aria-label=\"Remove: Purchase\"]').click()");
    chrome.await("document.querySelectorAll('.pin').length === 1");
  }

  @Test
  void aFetchShowsItsProgressAndItsEnd() throws Exception {
    go("#/data");
    chrome.await("document.querySelector('form[aria-label=\"Fetch events\"]')");
    chrome.run(
        """
        (() => {
          const form = document.querySelector('form[aria-label="Fetch events"]');
          const fill = (name, value) => (form.querySelector(`[name=${name}]`).value = value);
          fill('table', 'few'); fill('from_date', '2026-10-01'); fill('to_date', '2026-10-03');
          form.requestSubmit();
        })()
        """);
    chrome.await("document.querySelector('.result').dataset.state === 'done'");
    assertThat(text(".result")).contains("'few'", "Stored");
    assertThat(served.workspace().tables().list()).anyMatch(t -> t.name().equals("few"));
    served.workspace().tables().drop(List.of("few"));
  }

  @Test
  void aUserHasAProfileAndATimeline() throws Exception {
    go("#/users");
    chrome.await("document.querySelectorAll('tbody a').length > 10");
    picture("users");
    chrome.run("document.querySelector('tbody a').click()");
    chrome.await("document.querySelectorAll('.timeline li').length > 3");
    assertThat(text(".user")).contains("latest events");
    picture("user");
  }

  @Test
  void keysWalkAlongALine() throws Exception {
    go("#/report/segmentation?event=Purchase" + DAYS);
    chrome.await("document.querySelector('.answer .mpc')");
    chrome.run("document.querySelector('.answer .mpc').focus()");
    chrome.key("ArrowRight", "ArrowRight", 39, 0);
    chrome.key("ArrowRight", "ArrowRight", 39, 0);
    assertThat(text(".mpc-tip")).contains("2026-10-03");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 1600})
  void pagesFitTheirWindowInLightAndDark(int width) throws Exception {
    try {
      for (String hash : pages().values()) {
        for (boolean dark : new boolean[] {false, true}) {
          chrome.look(width, 900, dark);
          go(hash);
          settled();
          assertThat(chrome.run("document.documentElement.scrollWidth").asInt())
              .as(hash)
              .isLessThanOrEqualTo(width);
          assertThat(chrome.run("getComputedStyle(document.body).backgroundColor").asText())
              .isEqualTo(dark ? "rgb(15, 17, 27)" : "rgb(246, 247, 250)");
        }
      }
    } finally {
      chrome.look(1280, 900, false);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void peopleWithAidsCanUseEveryPage(boolean dark) throws Exception {
    chrome.look(1280, 900, dark);
    try {
      for (String hash : pages().values()) {
        go(hash);
        settled();
        chrome.run(axe() + "; 0");
        String found =
            chrome
                .run(
                    "axe.run().then(r => JSON.stringify(r.violations.filter(v =>"
                        + " ['serious', 'critical'].includes(v.impact)).map(v => [v.id,"
                        + " v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary)])))")
                .asText();
        assertThat(found).as(hash).isEqualTo("[]");
      }
    } finally {
      chrome.look(1280, 900, false);
    }
  }

  @Test
  void picturesOfThePages() throws Exception {
    chrome.look(1280, 860, false);
    for (Map.Entry<String, String> page : pages().entrySet()) {
      go(page.getValue());
      settled();
      picture(page.getKey());
    }
    chrome.look(1280, 860, true);
    go(pages().get("retention"));
    settled();
    picture("retention-dark");
    chrome.look(400, 860, false);
    go(pages().get("overview"));
    settled();
    picture("overview-narrow");
    chrome.look(1280, 900, false);
    assertThat(chrome.run("document.querySelectorAll('.figure').length").asInt()).isEqualTo(4);
  }

  private static Map<String, String> pages() {
    return Map.of(
        "overview",
        "#/",
        "board",
        "#/board/growth",
        "reports",
        "#/report",
        "segmentation",
        "#/report/segmentation?event=Purchase&on=%24os" + DAYS,
        "retention",
        "#/report/retention?born_event=Sign+Up&return_event=App+Opened" + DAYS,
        "funnel",
        "#/report/funnel?steps=Sign+Up&steps=Onboarding+Complete&steps=Purchase" + DAYS,
        "flows",
        "#/report/event_paths?event=Sign+Up" + DAYS,
        "sql",
        "#/sql?query=SELECT+event_name%2C+count(*)+AS+events%0AFROM+events%0AGROUP+BY+ALL%0AORDER+BY+events+DESC",
        "data",
        "#/data");
  }

  private static void go(String hash) {
    // Through another page, so that the same address is shown again.
    chrome.run("location.hash = '#/report/none'");
    chrome.run("new Promise(r => setTimeout(r))");
    chrome.run(
        "document.querySelector('main').dataset.ready = ''; location.hash = '"
            + hash.replace("'", "\\'")
            + "'");
  }

  /** Waits until a page and its answer are drawn. */
  private static void settled() throws Exception {
    chrome.await(
        "document.querySelector('main').dataset.ready === location.hash"
            + " && !document.querySelector('.waiting')"
            + " && ![...document.querySelectorAll('.chart')].some(c => !c.firstChild)");
  }

  private static void picture(String name) throws Exception {
    if (Boolean.getBoolean("pages.write")) {
      chrome.picture(PICTURES.resolve("ui-" + name + ".png"));
    }
  }

  private static String text(String selector) {
    return chrome.run("document.querySelector('" + selector + "').innerText").asText();
  }

  private static String axe() throws IOException {
    Properties library = new Properties();
    try (InputStream about = resource("maven/org.webjars.npm/axe-core/pom.properties")) {
      library.load(about);
    }
    String version = library.getProperty("version");
    try (InputStream script = resource("resources/webjars/axe-core/" + version + "/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(PageTest.class.getResourceAsStream("/META-INF/" + name), name);
  }
}
