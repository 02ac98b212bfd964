package dev.mixpaneldata.app.links;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.bookmarks.BookmarkInfo;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.http.Answer;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.definition.Definition;
import dev.mixpaneldata.value.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links to reports (app API, undocumented; as Mixpanel's Python package calls it). No call here
 * costs a query of the hour's 60.
 */
public final class Links {
  /** A slug that is taken is made up again; more than once is no accident. */
  private static final int ATTEMPTS = 3;

  /** A short link with a long target is a page with a script instead of a redirect. */
  private static final Pattern SCRIPTED =
      Pattern.compile("window\\.location\\.href\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\")");

  private final MixpanelHttp http;
  private final Bookmarks bookmarks;

  /** Makes a client over this HTTP client; links open in its data view. */
  public Links(MixpanelHttp http) {
    this.http = http;
    this.bookmarks = new Bookmarks(http);
  }

  /** Returns a link to a report. For a definition, Mixpanel keeps it under a new slug. */
  public ReportLink link(LinkRequest request) {
    if (request.bookmarkId().isPresent()) {
      long id = request.bookmarkId().get();
      String type =
          request
              .reportType()
              .map(BookmarkType::wireName)
              .orElseGet(() -> bookmarks.get(id).type());
      return new ReportLink(
          page(savedApp(type)) + (type.equals("funnels") ? "#view/" : "#report/") + id,
          type,
          Optional.empty(),
          Optional.of(id));
    }
    Json definition = request.definition().orElseThrow();
    BookmarkType type = request.reportType().orElseGet(() -> type(definition));
    String slug = keep(type, definition, request.name());
    String app = type == BookmarkType.FLOWS ? "flows" : "insights";
    return new ReportLink(
        page(app) + "#" + slug, type.wireName(), Optional.of(slug), Optional.empty());
  }

  /**
   * Returns a link to a report, or why there is none. For links beside an answer, which is not lost
   * with the link.
   *
   * @param request makes the request, which may fail as well
   */
  public LinkOutcome attempt(Supplier<LinkRequest> request) {
    try {
      return new LinkOutcome(Optional.of(link(request.get()).url()), Optional.empty());
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.INTERRUPTED) {
        throw e;
      }
      return new LinkOutcome(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private String keep(BookmarkType type, Json params, Optional<String> name) {
    for (int attempt = 1; ; attempt++) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("slug", Slug.next());
      body.put("type", type.wireName());
      body.put("params", Mappers.read(params.text()));
      name.ifPresent(text -> body.put("name", text));
      try {
        Answer answer =
            http.send(Call.post(ApiFamily.APP, "/projects/{project}/bookmark-urls/").json(body));
        JsonNode kept = LenientReader.unwrap(Mappers.read(answer.body()), "results");
        return LenientReader.text(kept.path("slug"))
            .orElseThrow(
                () ->
                    new MixpanelDataException(
                        ErrorCode.BAD_RESPONSE,
                        "The link was made, but the answer does not name it: " + answer.body()));
      } catch (ApiException e) {
        boolean taken = String.valueOf(e.getMessage()).contains("slug already exists");
        if (!taken || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static BookmarkType type(Json definition) {
    return Definition.of(definition, Definition.DEFAULT_LIMIT).type();
  }

  private static String savedApp(String type) {
    return switch (type) {
      case "funnels", "retention", "flows" -> type;
      case "launch-analysis" -> "impact";
      default -> "insights";
    };
  }

  private String page(String app) {
    return "https://"
        + http.credentials().region().domain()
        + "/project/"
        + http.credentials().projectId()
        + http.dataView().map(id -> "/view/" + id).orElse("")
        + "/app/"
        + app;
  }

  /**
   * Returns the report at an address.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if the address does not lead to a report
   *     of this project; {@code WRONG_REGION} if it is one of another region; {@code NOT_FOUND} if
   *     there is none
   */
  public LinkedReport resolve(String url) {
    return resolve(url, ReportAddress.parse(url), true);
  }

  private LinkedReport resolve(String url, ReportAddress address, boolean mayBeShort) {
    checkHost(address.host());
    address.projectId().ifPresent(project -> checkProject(url, project));
    return switch (address.kind()) {
      case LINK -> linked(url, address.key());
      case SAVED -> saved(url, Long.parseLong(address.key()));
      case SHORT -> {
        if (!mayBeShort) {
          throw unexpected(url, "it leads to another short link");
        }
        String target = target(address.key());
        yield resolve(url, ReportAddress.parse(target), false);
      }
      case BOARD ->
          throw MixpanelDataException.of(
              ErrorCode.INVALID_ARGUMENT,
              "The address is that of board " + address.key() + ", which may hold several reports.",
              Hint.of(
                  "Open one of its reports and copy that address. {} lists all saved reports.",
                  Reference.LIST_BOOKMARKS));
    };
  }

  private LinkedReport linked(String url, String slug) {
    Call call = Call.get(ApiFamily.APP, "/projects/{project}/bookmark-urls/{}/", slug);
    JsonNode record = LenientReader.unwrap(Mappers.read(http.send(call).body()), "results");
    Json params =
        LenientReader.json(record.path("params"))
            .filter(json -> record.path("params").isObject())
            .orElseThrow(() -> unexpected(url, "it has no params"));
    return new LinkedReport(
        url,
        LenientReader.text(record.path("type")).orElseGet(() -> type(params).wireName()),
        LenientReader.text(record.path("name")),
        LenientReader.wholeNumber(record.path("bookmark_id")),
        Optional.of(params),
        LenientReader.text(record.path("created_at")));
  }

  private LinkedReport saved(String url, long id) {
    BookmarkInfo bookmark = bookmarks.get(id);
    return new LinkedReport(
        url,
        bookmark.type(),
        Optional.of(bookmark.name()),
        Optional.of(id),
        bookmark.params(),
        Optional.empty());
  }

  /** Returns the address that a short link leads to. */
  private String target(String code) {
    Call call = Call.get(ApiFamily.WEB, "/s/{}", code).expectText();
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      call = call.accept(status);
    }
    Answer answer = http.send(call);
    String target =
        answer.headers().firstValue("Location").or(() -> scripted(answer.body())).orElse("");
    String whole = URI.create("https://" + domain()).resolve(beforeFragment(target)).toString();
    if (target.isEmpty()) {
      throw unexpected("/s/" + code, "it leads nowhere");
    }
    if (String.valueOf(URI.create(whole).getPath()).startsWith("/login")) {
      throw new MixpanelDataException(
          ErrorCode.AUTH_FAILED,
          "Mixpanel wants a sign-in in the browser before it opens the short link.",
          "Open it in the browser, and copy the address that it leads to.");
    }
    return whole + target.substring(beforeFragment(target).length());
  }

  private static String beforeFragment(String url) {
    int hash = url.indexOf('#');
    return hash < 0 ? url : url.substring(0, hash);
  }

  private static Optional<String> scripted(String page) {
    Matcher script = SCRIPTED.matcher(page);
    return script.find()
        ? Optional.ofNullable(Mappers.read(script.group(1)).textValue())
        : Optional.empty();
  }

  private String domain() {
    return http.credentials().region().domain();
  }

  private void checkHost(String host) {
    boolean other =
        http.credentials().region().others().stream().anyMatch(r -> r.domain().equals(host));
    if (other) {
      throw new MixpanelDataException(
          ErrorCode.WRONG_REGION,
          "The address is one of "
              + host
              + ", and this project's region is "
              + http.credentials().region()
              + ".",
          "Use an account of that region.");
    }
    if (!host.equals(domain())) {
      throw MixpanelDataException.invalidArgument(
          "The host " + host + " is not Mixpanel's.",
          "Copy the address from the browser while the report is open at " + domain() + ".");
    }
  }

  private void checkProject(String url, String project) {
    if (!project.equals(http.credentials().projectId())) {
      throw MixpanelDataException.of(
          ErrorCode.INVALID_ARGUMENT,
          "The address is that of a report of project "
              + project
              + ", and this is project "
              + http.credentials().projectId()
              + ".",
          Hint.of("Choose that project with {}.", Reference.PROJECT));
    }
  }

  private static MixpanelDataException unexpected(String url, String how) {
    return new MixpanelDataException(
        ErrorCode.BAD_RESPONSE,
        "The link " + url + " cannot be followed: " + how + ".",
        "Open it in the browser, and copy the address that it leads to.");
  }
}
