package dev.mixpaneldata.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

class FakeMixpanelExtensionTest {
  private static final List<URI> ORIGINS = new ArrayList<>();

  @Test
  void eachTestHasAProjectOfItsOwnWhichEndsWithIt() {
    ORIGINS.clear();
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Shop.class))
        .execute()
        .testEvents()
        .assertStatistics(events -> events.succeeded(2));
    assertThat(ORIGINS).hasSize(2).doesNotHaveDuplicates();
    for (URI origin : ORIGINS) {
      assertThat(answers(origin)).as(origin.toString()).isFalse();
    }
  }

  @Test
  void anEmptyProjectIsOneAnnotationAway() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Empty.class))
        .execute()
        .testEvents()
        .assertStatistics(events -> events.succeeded(1));
  }

  private static boolean answers(URI origin) {
    try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  static class Shop {
    @RegisterExtension
    static final FakeMixpanelExtension MIXPANEL =
        FakeMixpanelExtension.of(mixpanel -> mixpanel.dataset(Dataset.demo()));

    @BeforeEach
    void theFakeIsThatOfTheTest(FakeMixpanel mixpanel) {
      ORIGINS.add(mixpanel.origin());
    }

    @Test
    void theWorkspaceAsksTheFake(Workspace workspace, FakeMixpanel mixpanel) {
      assertThat(new Discovery(workspace.http()).events()).contains("Purchase");
      assertThat(mixpanel.origin()).isEqualTo(ORIGINS.get(ORIGINS.size() - 1));
      assertThat(mixpanel.requests()).hasSize(1);
    }

    @Test
    void noRequestOfAnotherTestIsHere(FakeMixpanel mixpanel) {
      assertThat(mixpanel.requests()).isEmpty();
    }
  }

  @ExtendWith(FakeMixpanelExtension.class)
  static class Empty {
    @Test
    void noEvents(Workspace workspace) {
      assertThat(new Discovery(workspace.http()).events()).isEmpty();
    }
  }
}
