package dev.mixpaneldata.app.links;

import dev.mixpaneldata.error.MixpanelDataException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an address of Mixpanel's web application that lead to a report. Unsaved changes,
 * which stand behind {@code ~(}, are left out.
 *
 * @param host the host in lower case
 * @param projectId the project; empty for a short link
 * @param kind the place that the address leads to
 * @param key the slug, the id of the report, the code of the short link, or the id of the board
 */
record ReportAddress(String host, Optional<String> projectId, Kind kind, String key) {
  /** The places that an address leads to. */
  enum Kind {
    /** A report that is not saved, under a slug of 12 characters. */
    LINK,
    /** A saved report. */
    SAVED,
    /** A short link, which redirects to one of the others. */
    SHORT,
    /** A board without a card. */
    BOARD
  }

  private static final Pattern PROJECT =
      Pattern.compile("/(?:project|report)/(?<project>[0-9]{1,19})(?:/.*)?");
  private static final Pattern SHORT_LINK = Pattern.compile("/s/(?<code>[A-Za-z0-9_-]{1,64})/?");
  private static final Pattern SAVED =
      Pattern.compile("(?:report|view)[/=](?<id>[0-9]{1,18})(?:[/?&].*)?");
  private static final Pattern CARD =
      Pattern.compile("id=(?<board>[0-9]{1,18})(?:&(?:.*[^0-9])?report-(?<card>[0-9]{1,18}).*)?");
  private static final Pattern BOARD = Pattern.compile("id=(?<board>[0-9]{1,18})(?:&.*)?");
  private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9_-]{12}");

  /**
   * Reads an address as it is pasted from a browser.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it does not lead to a report
   */
  static ReportAddress parse(String url) {
    URI uri;
    try {
      // A browser shows what is in the fragment unescaped, which java.net.URI refuses.
      int hash = url.indexOf('#');
      uri = URI.create(hash < 0 ? url.strip() : url.substring(0, hash).strip());
    } catch (IllegalArgumentException e) {
      throw unknown(url);
    }
    String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
    String path = Optional.ofNullable(uri.getPath()).orElse("");
    if (host.isEmpty()) {
      throw unknown(url);
    }
    Matcher shortLink = SHORT_LINK.matcher(path);
    if (shortLink.matches()) {
      return new ReportAddress(host, Optional.empty(), Kind.SHORT, shortLink.group("code"));
    }
    Matcher project = PROJECT.matcher(path);
    if (!project.matches() || url.indexOf('#') < 0) {
      throw unknown(url);
    }
    return of(url, host, project.group("project"), fragment(url));
  }

  private static String fragment(String url) {
    String text = url.substring(url.indexOf('#') + 1).strip();
    try {
      text = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      // It is as the browser shows it.
    }
    int changes = text.indexOf("~(");
    return changes < 0 ? text : text.substring(0, changes).replaceAll("/$", "");
  }

  private static ReportAddress of(String url, String host, String project, String fragment) {
    Optional<String> in = Optional.of(project);
    Matcher saved = SAVED.matcher(fragment);
    if (saved.matches()) {
      return new ReportAddress(host, in, Kind.SAVED, saved.group("id"));
    }
    Matcher card = CARD.matcher(fragment);
    if (card.matches() && card.group("card") != null) {
      return new ReportAddress(host, in, Kind.SAVED, card.group("card"));
    }
    Matcher board = BOARD.matcher(fragment);
    if (board.matches()) {
      return new ReportAddress(host, in, Kind.BOARD, board.group("board"));
    }
    if (SLUG.matcher(fragment).matches()) {
      return new ReportAddress(host, in, Kind.LINK, fragment);
    }
    throw unknown(url);
  }

  private static MixpanelDataException unknown(String url) {
    return MixpanelDataException.invalidArgument(
        "The address '" + url + "' does not lead to a report of Mixpanel.",
        "Copy it from the browser while the report is open. It reads like"
            + " https://mixpanel.com/project/123/view/456/app/insights#EBrV5bW2u9Mw.");
  }
}
