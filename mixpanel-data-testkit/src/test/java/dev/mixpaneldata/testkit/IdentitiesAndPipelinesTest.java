package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.flags.CreateFlag;
import dev.mixpaneldata.app.flags.EvaluateFlags;
import dev.mixpaneldata.app.flags.FlagVariant;
import dev.mixpaneldata.app.flags.SetTestUsers;
import dev.mixpaneldata.app.identity.CreateAlias;
import dev.mixpaneldata.app.identity.CreateIdentity;
import dev.mixpaneldata.app.identity.MergeIdentities;
import dev.mixpaneldata.app.pipelines.CreatePipeline;
import dev.mixpaneldata.app.pipelines.Pipeline;
import dev.mixpaneldata.app.pipelines.PipelineStatusRequest;
import dev.mixpaneldata.app.pipelines.PipelineType;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.ingest.ProfileOperation;
import dev.mixpaneldata.ingest.ProfileUpdate;
import dev.mixpaneldata.value.Json;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users are joined, flags are evaluated, and pipelines live from creation to deletion. */
class IdentitiesAndPipelinesTest {
  @TempDir Path folder;
  private FakeMixpanel mixpanel;
  private Workspace workspace;
  private App app;

  @BeforeEach
  void start() {
    mixpanel = FakeMixpanel.builder().start();
    workspace =
        Workspace.builder()
            .credentials(
                Credentials.of(
                    mixpanel.username(),
                    mixpanel.secret(),
                    Long.toString(mixpanel.projectId()),
                    Region.US))
            .baseUrl(mixpanel.origin().toString())
            .dataDirectory(folder)
            .projectToken(Secret.of(mixpanel.projectToken()))
            .open();
    app = workspace.app();
  }

  @AfterEach
  void stop() {
    workspace.close();
    mixpanel.close();
  }

  @Test
  void whatComesUnderAJoinedIdBelongsToTheUser() {
    app.identities().create(new CreateIdentity("ann", "device-7"));
    app.identities().alias(new CreateAlias("ann", "ann@example.com"));
    assertThat(mixpanel.userOf("device-7")).isEqualTo("ann");
    assertThat(mixpanel.userOf("ann@example.com")).isEqualTo("ann");
    assertThat(mixpanel.userOf("bob")).isEqualTo("bob");
    long now = System.currentTimeMillis();
    workspace
        .ingest()
        .track(
            List.of(
                "{\"event\":\"Visit\",\"properties\":{\"time\":%d,\"distinct_id\":\"device-7\"}}"
                    .formatted(now)));
    assertThat(mixpanel.exportedLines(LocalDate.now(ZoneOffset.UTC)))
        .singleElement()
        .asString()
        .contains("\"distinct_id\":\"ann\"", "\"$distinct_id_before_identity\":\"device-7\"");
    workspace
        .ingest()
        .profiles(
            Stream.of(
                ProfileUpdate.ofUser(
                    ProfileOperation.SET, "ann@example.com", Map.of("plan", "pro"))));
    assertThat(mixpanel.profile("ann").orElseThrow()).contains("\"plan\":\"pro\"");
    assertThat(mixpanel.profile("ann@example.com")).isEmpty();
  }

  @Test
  void twoUsersBecomeOneOnceAndForAll() {
    app.identities().merge(new MergeIdentities(List.of("ann", "bob")));
    app.identities().merge(new MergeIdentities(List.of("bob", "ann")));
    assertThat(mixpanel.userOf("bob")).isEqualTo("ann");
    assertThat(mixpanel.userOf("ann")).isEqualTo("ann");
    assertThat(mixpanel.days()).isEmpty();
  }

  @Test
  void aUserGetsTheSameVariantAtEachCall() {
    String rules =
        "{\"variants\":[{\"key\":\"a\",\"value\":1,\"split\":0.5},"
            + "{\"key\":\"b\",\"value\":2,\"split\":0.5}],\"rollout\":[]}";
    String id =
        app.featureFlags()
            .create(
                CreateFlag.of("Checkout", "checkout")
                    .with(
                        f -> f.ruleset(new Json(rules)).json(new Json("{\"status\":\"enabled\"}"))))
            .id();
    app.featureFlags().create(CreateFlag.of("Off", "off"));
    app.featureFlags().setTestUsers(SetTestUsers.of(id, new Json("{\"b\":\"tester\"}")));
    assertThat(app.flagEvaluation().definitions()).extracting(f -> f.id()).containsExactly(id);
    FlagVariant tester = app.flagEvaluation().evaluate(EvaluateFlags.of("tester")).get(0);
    assertThat(tester.variantKey()).isEqualTo("b");
    assertThat(tester.isQaTester()).contains(true);
    List<String> keys =
        Stream.iterate(1, i -> i + 1)
            .limit(40)
            .map(i -> app.flagEvaluation().evaluate(EvaluateFlags.of("user-" + i)))
            .map(variants -> variants.get(0).variantKey())
            .toList();
    assertThat(keys).contains("a", "b");
    assertThat(app.flagEvaluation().evaluate(EvaluateFlags.of("user-1")).get(0).variantKey())
        .isEqualTo(keys.get(0));
  }

  @Test
  void aPipelineLivesUntilItIsDeleted() {
    Json bucket = new Json("{\"gcs_bucket\":\"b\",\"gcs_region\":\"us-east1\"}");
    LocalDate first = LocalDate.parse("2026-01-01");
    String name =
        app.pipelines()
            .create(CreatePipeline.of(PipelineType.GCS_RAW, first, bucket))
            .pipelineNames()
            .get(0);
    assertThat(app.pipelines().list()).extracting(Pipeline::name).containsExactly(name);
    assertThat(app.pipelines().status(PipelineStatusRequest.of(name)).get(0).count()).isOne();
    assertThat(app.pipelines().timeline(name)).hasSize(1);
    app.pipelines().pause(name);
    assertThat(mixpanel.entities("pipelines").get(0)).contains("paused");
    app.pipelines().resume(name);
    app.pipelines().cancel(name);
    assertThat(app.pipelines().list()).isEmpty();
    assertThatThrownBy(() -> app.pipelines().pause(name))
        .isInstanceOfSatisfying(
            MixpanelDataException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }
}
