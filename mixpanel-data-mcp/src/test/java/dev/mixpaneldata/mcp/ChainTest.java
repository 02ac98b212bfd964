package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.RateLimitException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AccessRules.TableAccess;
import dev.mixpaneldata.mcp.chain.AuditLog;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.schema.ObjectSchema;
import dev.mixpaneldata.mcp.session.Caller;
import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.mcp.tool.TableEffect;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.quota.Pacer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens around a tool, without any transport. */
class ChainTest {
  private static final Instant NOW = Instant.parse("2026-10-15T12:00:00Z");

  @TempDir Path folder;

  /** A client that can do nothing. */
  static final Client SILENT =
      new Client() {
        @Override
        public void progress(double done, OptionalDouble total, String message) {}

        @Override
        public void log(String message) {}

        @Override
        public Optional<Model> model() {
          return Optional.empty();
        }

        @Override
        public Optional<User> user() {
          return Optional.empty();
        }
      };

  private Session session() {
    return new Session(
        spent -> {
          throw new AssertionError("no workspace is needed");
        },
        Settings.of(Map.of(), folder),
        Caller.owner(),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private ToolAnswer run(AccessRules rules, Tool tool, Map<String, Object> arguments) {
    Chain chain =
        new Chain(rules, new AuditLog(Optional.of(folder.resolve("audit")), Clock.systemUTC()));
    return chain.around(tool).call(new ToolCall(tool.name(), arguments, session(), SILENT));
  }

  private static Tool tool(ToolHandler handler) {
    return Tool.named("example").in(Toolset.REPORTS, ToolKind.SINGLE).runs(handler);
  }

  private static String code(ToolAnswer answer) {
    return answer.failure().orElse("none");
  }

  @Test
  void whatIsSwitchedOffIsRefusedWhenCalledAllTheSame() {
    Tool drop =
        Tool.named("drop")
            .in(Toolset.TABLES, ToolKind.SINGLE)
            .hints(ToolHints.DROPS)
            .touches(TableEffect.DROP)
            .runs(call -> ToolAnswer.of(1, "done"));
    Tool write =
        Tool.named("write")
            .in(Toolset.TABLES, ToolKind.SINGLE)
            .hints(ToolHints.WRITES_MIXPANEL)
            .runs(call -> ToolAnswer.of(1, "done"));
    AccessRules usual = AccessRules.usual();
    assertThat(code(run(usual, drop, Map.of()))).isEqualTo("none");
    assertThat(code(run(usual.withReadOnly(), drop, Map.of()))).isEqualTo("PERMISSION_DENIED");
    assertThat(code(run(usual.withTables(TableAccess.FETCH), drop, Map.of())))
        .isEqualTo("PERMISSION_DENIED");
    assertThat(code(run(usual.withToolsets(Toolset.parse("reports")), drop, Map.of())))
        .isEqualTo("PERMISSION_DENIED");
    assertThat(code(run(usual, write, Map.of()))).isEqualTo("PERMISSION_DENIED");
    assertThat(code(run(usual.withWrites(), write, Map.of()))).isEqualTo("none");
    assertThat(code(run(usual.withWrites().withReadOnly(), write, Map.of())))
        .isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void anErrorTellsItsCodeAndTheNextStep() {
    ToolAnswer answer =
        run(
            AccessRules.usual(),
            tool(
                call -> {
                  throw MixpanelDataException.of(
                      ErrorCode.NOT_FOUND,
                      "There is no such cohort.",
                      Hint.of("{} lists the ids.", Reference.LIST_COHORTS));
                }),
            Map.of());
    assertThat(answer.isError()).isTrue();
    assertThat(answer.text())
        .isEqualTo(
            "Error [NOT_FOUND]: There is no such cohort.\nNext step: list_cohorts lists the ids.");
  }

  @Test
  void aSpentBudgetTellsWhenToComeBack() {
    ToolAnswer answer =
        run(
            AccessRules.usual(),
            tool(
                call -> {
                  throw new RateLimitException("Used up.", null, NOW.plusSeconds(60));
                }),
            Map.of());
    JsonNode error = Mappers.read(ResultJson.text(answer.value())).path("error");
    assertThat(error.path("retry_after_seconds").asInt()).isEqualTo(60);
    assertThat(answer.text()).contains("Retry after");
  }

  @Test
  void ourOwnMistakesAreAnswersToo() {
    ToolAnswer answer =
        run(
            AccessRules.usual(),
            tool(
                call -> {
                  throw new IllegalStateException("oh");
                }),
            Map.of());
    assertThat(code(answer)).isEqualTo("UNEXPECTED_ERROR");
    ToolHandler broken =
        call -> {
          throw new StackOverflowError();
        };
    assertThat(code(run(AccessRules.usual(), tool(broken), Map.of())))
        .isEqualTo("UNEXPECTED_ERROR");
  }

  @Test
  void aCallThatTakesTooLongIsInterrupted() {
    Tool slow =
        Tool.named("slow")
            .timeout(Duration.ofMillis(100))
            .runs(
                call -> {
                  Pacer pacer = Pacer.system();
                  try {
                    pacer.sleeper().sleep(Duration.ofSeconds(30));
                  } catch (InterruptedException e) {
                    throw new MixpanelDataException(ErrorCode.INTERRUPTED, "Interrupted.");
                  }
                  return ToolAnswer.of(1, "late");
                });
    assertThat(code(run(AccessRules.usual(), slow, Map.of()))).isEqualTo("TIMEOUT");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aLongAnswerIsCutAndStaysReadableWhole() {
    List<Integer> numbers = IntStream.range(0, 5000).boxed().toList();
    Session session = session();
    Chain chain = new Chain(AccessRules.usual(), new AuditLog(Optional.empty(), Clock.systemUTC()));
    ToolAnswer answer =
        chain
            .around(tool(call -> ToolAnswer.of(numbers, "Numbers")))
            .call(new ToolCall("example", Map.of(), session, SILENT));
    JsonNode cut = Mappers.read(ResultJson.text(answer.value()));
    assertThat(cut.path("result")).hasSize(1024);
    assertThat(cut.at("/cut/rows_in_all").asInt()).isEqualTo(5000);
    String address = cut.at("/cut/whole_answer").asText();
    assertThat(answer.text()).contains("1024 of 5000", address);
    assertThat(Mappers.read(session.results().read(address).orElseThrow())).hasSize(5000);
    session.close();
    assertThat(session.results().read(address)).isEmpty();
  }

  @Test
  void anAnswerOfLongTextsFitsTheBound() {
    List<Map<String, String>> rows =
        IntStream.range(0, 900).mapToObj(i -> Map.of("text", "x".repeat(3000))).toList();
    ToolAnswer answer =
        run(AccessRules.usual(), tool(call -> ToolAnswer.of(rows, "Rows")), Map.of());
    assertThat(ResultJson.text(answer.value()).length()).isLessThan(51_000);
    assertThat(Mappers.read(ResultJson.text(answer.value())).path("result")).isNotEmpty();
  }

  @Test
  void theAuditHasEveryCallButNoSecret() throws Exception {
    Map<String, Object> arguments = Map.of("query", "q".repeat(500), "secret", "hush", "limit", 3);
    run(AccessRules.usual(), tool(call -> ToolAnswer.of(1, "one")), arguments);
    run(
        AccessRules.usual().withToolsets(Toolset.parse("tables")),
        tool(call -> ToolAnswer.of(1, "one")),
        Map.of());
    List<String> lines = Files.readAllLines(folder.resolve("audit"));
    assertThat(lines).hasSize(2);
    JsonNode first = Mappers.read(lines.get(0));
    assertThat(first.path("outcome").asText()).isEqualTo("ok");
    assertThat(first.at("/arguments/query").asText()).hasSize(201);
    assertThat(lines.get(0)).doesNotContain("hush");
    assertThat(Mappers.read(lines.get(1)).path("code").asText()).isEqualTo("PERMISSION_DENIED");
  }

  /** Keeps the schema builder honest: an empty object is a schema too. */
  @Test
  void aToolWithoutArgumentsHasAnObjectSchema() {
    assertThat(tool(call -> ToolAnswer.of(1, "")).input()).containsEntry("type", "object");
    assertThat(ObjectSchema.class).isFinal();
  }
}
