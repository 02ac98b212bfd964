package dev.mixpaneldata.mcp.klavis;

import dev.mixpaneldata.account.CredentialReport;
import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.ingest.BatchReceipt;
import dev.mixpaneldata.ingest.Ingest;
import dev.mixpaneldata.ingest.ProfileReceipt;
import dev.mixpaneldata.mcp.derived.Consent;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The writing half of the Klavis server. */
final class KlavisWrites {
  /** The most events that {@code mixpanel_track_batch_events} takes. */
  private static final int MOST_TRACKED = 50;

  private KlavisWrites() {}

  static List<Tool> all() {
    return List.of(
        importing("mixpanel_import_events", "Imports events, also old ones"),
        importing("mixpanel_send_events", "Sends events"),
        tool(
            "mixpanel_track_event",
            "Sends one event",
            KlavisEvent.class,
            ToolHints.WRITES_MIXPANEL,
            KlavisAnswers.Sent.class,
            (event, call) -> track(List.of(event), call)),
        tool(
            "mixpanel_track_batch_events",
            "Sends up to 50 events",
            Batch.class,
            ToolHints.WRITES_MIXPANEL,
            KlavisAnswers.Sent.class,
            (batch, call) -> track(KlavisEvent.read(batch.events()), call)),
        tool(
            "mixpanel_set_user_profile",
            "Changes the profile of a user",
            KlavisProfileChange.class,
            ToolHints.DESTROYS_OR_ADDS_AT_MIXPANEL,
            KlavisAnswers.Changed.class,
            KlavisWrites::change));
  }

  /** Arguments of the tools that import. */
  record Import(
      @Param(help = KlavisProject.HELP) long projectId,
      @Param(help = KlavisEvent.LIST_HELP + ", 1 to 2000") List<Json> events) {}

  /** Arguments of {@code mixpanel_track_batch_events}. */
  record Batch(@Param(help = KlavisEvent.LIST_HELP + ", 1 to 50") List<Json> events) {
    Batch {
      if (events.isEmpty() || events.size() > MOST_TRACKED) {
        throw MixpanelDataException.invalidArgument(
            "There are " + events.size() + " events.",
            "Give 1 to " + MOST_TRACKED + ", or use mixpanel_import_events.");
      }
    }
  }

  private static Tool importing(String name, String description) {
    return tool(
        name,
        description,
        Import.class,
        ToolHints.WRITES_MIXPANEL,
        KlavisAnswers.Sent.class,
        (asked, call) ->
            KlavisProject.in(
                asked.projectId(),
                call,
                inside -> imported(KlavisEvent.read(asked.events()), inside)));
  }

  private static <Q extends Record> Tool tool(
      String name,
      String description,
      Class<Q> type,
      ToolHints hints,
      Class<?> answer,
      BiFunction<Q, ToolCall, ToolAnswer> action) {
    return RecordTool.of(
        name,
        description + ".",
        type,
        RecordTool.answering(
            ResultType.of(answer), tool -> tool.in(Toolset.KLAVIS, ToolKind.SINGLE).hints(hints)),
        action);
  }

  private static List<String> lines(List<KlavisEvent> events, ToolCall call) {
    return events.stream().map(event -> event.line(call.session().clock().instant())).toList();
  }

  /**
   * Sends with the project's token, as the Klavis server does; without one the service account
   * imports. So do guests, since a token proves nothing about who sends.
   */
  private static ToolAnswer track(List<KlavisEvent> events, ToolCall call) {
    Ingest ingest = call.workspace().ingest();
    if (call.session().caller().foreign() || !ingest.canTrack()) {
      return imported(events, call);
    }
    return sent(
        new BatchReceipt(events.size(), ingest.track(lines(events, call)), List.of()), call);
  }

  private static ToolAnswer imported(List<KlavisEvent> events, ToolCall call) {
    return sent(call.workspace().ingest().batch(lines(events, call)), call);
  }

  private static ToolAnswer sent(BatchReceipt receipt, ToolCall call) {
    if (receipt.imported() == 0) {
      throw MixpanelDataException.invalidArgument(
          "No event was taken: " + reason(receipt.failed()) + ".", "Correct the events.");
    }
    String text =
        receipt.imported()
            + " of "
            + receipt.events()
            + (receipt.events() == 1 ? " event was sent" : " events were sent")
            + (receipt.failed().isEmpty() ? "" : "; " + reason(receipt.failed()))
            + ".";
    return ToolAnswer.of(
        new KlavisAnswers.Sent(
            receipt.failed().isEmpty(),
            text,
            receipt.events(),
            receipt.imported(),
            call.workspace().account().credentials().projectId(),
            receipt.failed()),
        text);
  }

  private static String reason(List<BatchReceipt.Failed> failed) {
    return failed.stream()
        .findFirst()
        .map(first -> "event " + first.number() + ": " + first.reason().replaceAll("[.]$", ""))
        .orElse("Mixpanel gives no reason");
  }

  private static ToolAnswer change(KlavisProfileChange asked, ToolCall call) {
    if (call.session().caller().foreign()) {
      requireProof(call);
    }
    if (asked.profileOperation().isDestructive()) {
      Consent.require(call, asked.question(), "Nothing was changed");
    }
    ProfileReceipt receipt = call.workspace().ingest().profiles(Stream.of(asked.update()));
    if (!receipt.refused().isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "Mixpanel refused the change: " + receipt.refused().get(0).reason() + ".",
          "Correct the properties.");
    }
    String text =
        "The profile of " + asked.distinctId() + " was changed by " + asked.operation() + ".";
    return ToolAnswer.of(
        new KlavisAnswers.Changed(true, text, asked.distinctId(), asked.operation()), text);
  }

  /** The token of the server writes, so a guest has to be known to its project. */
  private static void requireProof(ToolCall call) {
    CredentialReport report = call.workspace().checkCredentials();
    if (report.problem().isPresent()) {
      CredentialReport.Problem problem = report.problem().get();
      throw new MixpanelDataException(problem.code(), problem.message(), problem.hint());
    }
  }
}
