package dev.mixpaneldata.mcp.tool;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.mcp.app.PageLink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a tool.
 *
 * @param value the structured answer: any value that {@link
 *     dev.mixpaneldata.internal.json.ResultJson} writes
 * @param text the answer in a few lines for people
 * @param pictures PNG files
 * @param wholeAt the address of the whole answer, if this one is cut
 * @param failure the error's code, if it is one
 * @param chart the chart for clients that show pages
 * @param page where {@code mp ui} shows the same request
 * @param about what the structured answer has beside the value, such as {@code notes}
 */
public record ToolAnswer(
    @Nullable Object value,
    String text,
    List<byte[]> pictures,
    Optional<String> wholeAt,
    Optional<String> failure,
    Optional<Chart> chart,
    Optional<PageLink> page,
    Map<String, Object> about) {
  public ToolAnswer {
    pictures = List.copyOf(pictures);
    about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
  }

  /** Returns an answer with a text of its own. */
  public static ToolAnswer of(@Nullable Object value, String text) {
    return new ToolAnswer(
        value,
        text,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** Returns an error that the assistant can act upon. */
  public static ToolAnswer failure(String code, Object value, String text) {
    return new ToolAnswer(
        value,
        text,
        List.of(),
        Optional.empty(),
        Optional.of(code),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** Returns whether this answer is an error. */
  public boolean isError() {
    return failure.isPresent();
  }

  /** The same with more text, and with facts beside the value. */
  public ToolAnswer with(String moreText, Map<String, Object> facts) {
    return new ToolAnswer(value, text + moreText, pictures, wholeAt, failure, chart, page, facts);
  }

  public ToolAnswer withPicture(byte[] png) {
    List<byte[]> all = new ArrayList<>(pictures);
    all.add(png);
    return new ToolAnswer(value, text, all, wholeAt, failure, chart, page, about);
  }

  /** Returns this answer with a chart for clients that show pages. */
  public ToolAnswer withChart(Chart drawn) {
    return new ToolAnswer(value, text, pictures, wholeAt, failure, Optional.of(drawn), page, about);
  }

  /** Returns this answer with its place on the page of {@code mp ui}. */
  public ToolAnswer withPage(PageLink link) {
    return new ToolAnswer(value, text, pictures, wholeAt, failure, chart, Optional.of(link), about);
  }

  /** Returns this answer with its structured part in another form. */
  public ToolAnswer withValue(Object same) {
    return new ToolAnswer(same, text, pictures, wholeAt, failure, chart, page, about);
  }

  /** Returns this answer with a shorter structured part and text, because it was too long. */
  public ToolAnswer cutTo(Object shorter, String shorterText, String address) {
    return new ToolAnswer(
        shorter, shorterText, pictures, Optional.of(address), failure, chart, page, about);
  }
}
