package dev.mixpaneldata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.board.ChartCodec;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.app.ChartApp;
import dev.mixpaneldata.mcp.app.PageLink;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of charts in a host, which this test plays: a parent with a frame under a policy. */
class ChartAppTest {
  /** What a host applies to a page that asks for no domains (SEP-1865). */
  private static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:;"
          + " connect-src 'none'";

  private static final String HOSTILE = "<img src=x onerror=parent.ran=1></script><b>\u202e";

  @TempDir private static Path folder;

  private static Chrome chrome;

  @BeforeAll
  static void open() throws Exception {
    chrome = Chrome.start(folder);
    chrome.look(720, 600, false);
  }

  @AfterAll
  static void close() throws Exception {
    if (chrome != null) {
      chrome.close();
    }
  }

  @AfterEach
  void thePageIsSilentAndLoadsNothing() {
    assertThat(chrome.complaints()).isEmpty();
    assertThat(chrome.addresses()).allMatch(a -> a.startsWith("about:"));
  }

  /** Opens the page in a frame; the host keeps its messages in {@code got}. */
  private static void host(boolean answers) throws Exception {
    chrome.open(URI.create("about:blank"));
    ObjectNode page = Mappers.json().createObjectNode();
    page.put(
        "html",
        ChartApp.HTML.replace(
            "<head>",
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">"));
    chrome.run(
        """
        window.got = [];
        const frame = document.createElement('iframe');
        frame.style.width = '640px';
        addEventListener('message', (e) => {
          if (e.source !== frame.contentWindow) return;
          got.push(e.data);
          if (%s && e.data.method === 'ui/initialize') {
            say({id: e.data.id, result: {protocolVersion: '2026-01-26', hostInfo: {}, hostCapabilities: {openLinks: {}},
              hostContext: {theme: 'dark', styles: {variables: {'--color-text-primary': 'rgb(1, 2, 3)', '--color-x': 'url(https://example.com)'}}}}});
          }
          if (e.data.method === 'ui/notifications/size-changed') frame.style.height = e.data.params.height + 'px';
        });
        window.say = (m) => frame.contentWindow.postMessage({jsonrpc: '2.0', ...m}, '*');
        window.inside = () => frame.contentDocument;
        frame.srcdoc = (%s).html;
        document.body.append(frame);
        0
        """
            .formatted(answers, page));
    chrome.await("got.some(m => m.method === 'ui/notifications/initialized')");
  }

  private static void result(Chart chart) {
    ObjectNode params = Mappers.json().createObjectNode();
    params.putObject("_meta").set("mixpanel/chart", Mappers.read(ChartCodec.text(chart)));
    params.putArray("content").addObject().put("type", "text").put("text", "In words.");
    chrome.run("say({method: 'ui/notifications/tool-result', params: " + params + "}); 0");
  }

  /** The answer of a report that {@code mp ui} shows as well. */
  private static void answer(PageLink link) {
    ObjectNode params = Mappers.json().createObjectNode();
    Chart chart = lines(3, 1, "Line ");
    ObjectNode meta = params.putObject("_meta");
    meta.set("mixpanel/chart", Mappers.read(ChartCodec.text(chart)));
    meta.set(
        "mixpanel/open",
        Mappers.json().valueToTree(ChartApp.meta(chart, Optional.of(link)).get("mixpanel/open")));
    chrome.run("say({method: 'ui/notifications/tool-result', params: " + params + "}); 0");
  }

  private static PageLink link(Optional<URI> server) {
    return PageLink.of(
        server,
        "segmentation",
        Map.of("event", "A \"b\" & $c"),
        Map.of("cohort", "plan == \"pro\""));
  }

  @Test
  void theHostIsAskedToOpenTheSameRequest() throws Exception {
    host(true);
    answer(link(Optional.of(URI.create("http://127.0.0.1:8123/"))));
    chrome.await("inside().querySelector('.open button')");
    chrome.run("inside().querySelector('.open button').click()");
    chrome.await("got.some(m => m.method === 'ui/open-link')");
    assertThat(chrome.run("got.find(m => m.method === 'ui/open-link').params.url").asText())
        .isEqualTo(
            "http://127.0.0.1:8123/#/report/segmentation?event=A+%22b%22+%26+%24c"
                + "&%7Ecohort=plan+%3D%3D+%22pro%22")
        .doesNotContain("token");
    chrome.run(
        "say({id: got.find(m => m.method === 'ui/open-link').id, error: {code: -1, message: 'No'}}); 0");
    chrome.await(
        "inside().querySelector('.open input')?.value.startsWith('http://127.0.0.1:8123/')");
  }

  @Test
  void withoutAPageThereIsACommandToCopy() throws Exception {
    host(true);
    answer(link(Optional.empty()));
    chrome.await("inside().querySelector('.open button')");
    chrome.run("inside().querySelector('.open button').click()");
    assertThat(chrome.run("inside().querySelector('.open input').value").asText())
        .startsWith("mp ui --page \"/report/segmentation?event=A+%22b%22");
    assertThat(chrome.run("got.some(m => m.method === 'ui/open-link')").asBoolean()).isFalse();
  }

  private static Chart lines(int points, int series, String name) {
    List<String> times = IntStream.range(0, points).mapToObj(i -> "t" + i).toList();
    List<Chart.Series> lines = new ArrayList<>();
    for (int s = 0; s < series; s++) {
      int shift = s;
      lines.add(
          new Chart.Series(
              name + s,
              IntStream.range(0, points).mapToObj(i -> (double) ((i * 7 + shift) % 101)).toList()));
    }
    return new Chart.Lines(name, times, lines);
  }

  @Test
  void itDrawsInTheHostsThemeAndSaysItsHeight() throws Exception {
    host(true);
    result(lines(30, 2, "Line "));
    chrome.await("inside().querySelectorAll('path.mpc-line').length === 2");

    assertThat(chrome.run("inside().documentElement.dataset.theme").asText()).isEqualTo("dark");
    assertThat(chrome.run("getComputedStyle(inside().body).color").asText())
        .isEqualTo("rgb(1, 2, 3)");
    assertThat(chrome.run("inside().documentElement.style.getPropertyValue('--color-x')").asText())
        .isEmpty();
    chrome.await(
        "got.filter(m => m.method === 'ui/notifications/size-changed').at(-1).params.height > 200");

    chrome.run(
        "say({method: 'ui/notifications/host-context-changed', params: {theme: 'light'}}); 0");
    chrome.await("inside().documentElement.dataset.theme === 'light'");
    chrome.run("inside().querySelector('button[aria-pressed]').click()");
    assertThat(chrome.run("inside().querySelectorAll('tbody tr').length").asInt()).isEqualTo(30);
  }

  @Test
  void aHostThatDoesNotAnswerIsToldAllTheSameThatThePageIsReady() throws Exception {
    host(false);
    assertThat(chrome.run("inside().body.innerText").asText()).contains("Waiting for the answer");
    result(lines(3, 1, "Late "));
    chrome.await("inside().querySelector('path.mpc-line')");
  }

  @Test
  void aMegabyteIsDrawn() throws Exception {
    host(true);
    result(lines(30_000, 4, "Much "));
    chrome.await("inside().querySelectorAll('path.mpc-line').length === 4");
    assertThat(
            chrome.run("inside().querySelector('path.mpc-line').getAttribute('d').length").asInt())
        .isLessThan(60_000);
  }

  @Test
  void hostileNamesAreText() throws Exception {
    host(true);
    List<Chart> charts =
        List.of(
            lines(4, 2, HOSTILE),
            new Chart.Bars(HOSTILE, List.of(new Chart.Bar(HOSTILE, 3, HOSTILE))),
            new Chart.Groups(
                HOSTILE,
                List.of(new Chart.Group(HOSTILE, List.of(new Chart.Bar(HOSTILE, 1, HOSTILE)))),
                HOSTILE),
            new Chart.Heatmap(HOSTILE, List.of(HOSTILE), List.of(HOSTILE), List.of(List.of(0.5))),
            new Chart.Flow(
                HOSTILE,
                List.of(new Chart.Link(1, HOSTILE, HOSTILE + "2", 4)),
                new Chart.Bars(HOSTILE, List.of())));
    for (Chart chart : charts) {
      result(chart);
      chrome.await(
          "inside().querySelector('h1')?.textContent.includes('<img') && inside().querySelector('svg')");
      assertThat(
              chrome
                  .run("inside().querySelectorAll('img, b:not(.mpc-tip b), main script').length")
                  .asInt())
          .isZero();
    }
    assertThat(chrome.run("String(window.ran)").asText()).isEqualTo("undefined");
  }

  @Test
  void errorsCancellationsAndUnknownRequestsAreAnswered() throws Exception {
    host(true);
    chrome.run(
        "say({method: 'ui/notifications/tool-result', params: {isError: true, content: [{type: 'text', text: 'It failed.'}]}}); 0");
    chrome.await("inside().body.innerText.includes('It failed.')");
    chrome.run(
        "say({method: 'ui/notifications/tool-result', params: {_meta: {'mixpanel/chart': {kind: 'none'}}}}); 0");
    chrome.await("inside().body.innerText.includes('cannot be drawn')");
    chrome.run("say({method: 'ui/notifications/tool-cancelled', params: {}}); 0");
    chrome.await("inside().body.innerText.includes('cancelled')");
    chrome.run(
        "say({id: 7, method: 'ui/resource-teardown', params: {}}); say({id: 8, method: 'no/such'}); 0");
    chrome.await("got.some(m => m.id === 7 && m.result) && got.some(m => m.id === 8 && m.error)");
  }

  @Test
  void itIsOneSmallFile() {
    assertThat(ChartApp.HTML.length()).isLessThan(64_000);
    assertThat(ChartApp.HTML).doesNotContain("https://", "src=\"", "@import");
  }
}
