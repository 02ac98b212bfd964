package dev.mixpaneldata.mcp.fetching;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolBuilder;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.profile.Profile;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tools that read events and profiles without a table. Written by hand because they stop reading at
 * a limit.
 */
public final class StreamTools {
  /** The most records that one answer holds in memory; more belongs in a table. */
  private static final int MOST = 10_000;

  private static final long USUAL = 1000;

  private StreamTools() {}

  /** Returns all tools of this class. */
  public static List<Tool> all() {
    return List.of(
        RecordTool.of(
            "stream_events",
            "Raw events as Mixpanel exports them, without a table. For more than a look, use"
                + " fetch_events and sql.",
            ExportQuery.class,
            StreamTools::described,
            StreamTools::events),
        RecordTool.of(
            "stream_profiles",
            "Profiles without a table.",
            ProfileStream.class,
            StreamTools::described,
            StreamTools::profiles));
  }

  private static ToolBuilder described(ToolBuilder tool) {
    return tool.in(Toolset.STREAM, ToolKind.SINGLE)
        .output(Schemas.object().optional("result", Schemas.listOf(Schemas.type("object"), "")));
  }

  /** The arguments of {@code stream_profiles}. */
  record ProfileStream(
      @Flatten ProfileQuery query,
      @Param(help = "Maximum number, up to 10000", defaultValue = "1000") int limit) {
    ProfileStream {
      checkLimit(limit);
    }
  }

  private static void checkLimit(long limit) {
    if (limit < 1 || limit > MOST) {
      throw MixpanelDataException.invalidArgument(
          "The limit is " + limit + ".",
          "Choose 1 to " + MOST + ", or use fetch_events or fetch_profiles.");
    }
  }

  private static ToolAnswer events(ExportQuery asked, ToolCall call) {
    long limit = asked.limit().orElse(USUAL);
    checkLimit(limit);
    ExportQuery query = asked.with(q -> q.limit(limit));
    try (Stream<String> lines = call.workspace().export().rawEvents(query)) {
      List<Json> events = lines.limit(limit).map(Json::new).toList();
      return answer("Events", events, events.size() == limit);
    }
  }

  private static ToolAnswer profiles(ProfileStream asked, ToolCall call) {
    try (Stream<Profile> lines = call.workspace().export().profiles(asked.query())) {
      List<Profile> profiles = lines.limit(asked.limit()).toList();
      return answer("Profiles", profiles, profiles.size() == asked.limit());
    }
  }

  private static ToolAnswer answer(String what, List<? extends Record> rows, boolean full) {
    String note = full ? "\nThere may be more: the limit was reached." : "";
    return ToolAnswer.of(rows, AnswerText.of(what, rows) + note);
  }
}
