package dev.mixpaneldata.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.account.ResolvedAccount.Source;
import dev.mixpaneldata.credentials.BearerToken;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountResolverTest {
  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  private void writeConfig(String text) throws IOException {
    Files.createDirectories(home.resolve(".mp"));
    Files.writeString(home.resolve(".mp/config.toml"), text);
  }

  private void twoAccounts() throws IOException {
    writeConfig(
        """
        default = "shop"
        [accounts.shop]
        username = "shop"
        secret = "one"
        project_id = "111"
        timezone = "Europe/Berlin"
        [accounts.app]
        username = "app"
        secret = "two"
        project_id = "222"
        region = "eu"
        """);
  }

  private void credentialsInTheEnvironment() {
    environment.putAll(
        Map.of(
            "MP_USERNAME", "env", "MP_SECRET", "three", "MP_PROJECT_ID", "333", "MP_REGION", "IN"));
  }

  private AccountResolver resolver() {
    return new AccountResolver(Settings.of(environment, home));
  }

  private MixpanelDataException failure() {
    return catchThrowableOfType(MixpanelDataException.class, () -> resolver().resolve());
  }

  @Test
  void aNamedAccountBeatsTheEnvironmentWhichBeatsTheDefault() throws IOException {
    twoAccounts();
    assertThat(resolver().resolve())
        .isEqualTo(
            new ResolvedAccount(
                Credentials.of("shop", "one", "111", Region.US),
                Optional.of("shop"),
                Source.FILE,
                Optional.of(ZoneId.of("Europe/Berlin")),
                Optional.empty(),
                home.resolve(".mp/data"),
                Optional.empty(),
                Optional.empty()));
    credentialsInTheEnvironment();
    ResolvedAccount fromEnvironment = resolver().resolve();
    assertThat(fromEnvironment.credentials())
        .isEqualTo(Credentials.of("env", "three", "333", Region.IN));
    assertThat(fromEnvironment.source()).isEqualTo(Source.ENVIRONMENT);
    assertThat(fromEnvironment.name()).isEmpty();
    environment.put("MP_ACCOUNT", "shop");
    assertThat(resolver().resolve().credentials().projectId()).isEqualTo("111");
    assertThat(resolver().resolve("app").credentials().projectId()).isEqualTo("222");
    assertThat(resolver().resolve("app").source()).isEqualTo(Source.NAMED);
  }

  @Test
  void halfASetNamesWhatIsMissing() throws IOException {
    twoAccounts();
    environment.put("MP_USERNAME", "env");
    environment.put("MP_SECRET", " ");
    assertThat(failure().code()).isEqualTo(ErrorCode.CREDENTIALS_MISSING);
    assertThat(failure()).hasMessageContaining("MP_SECRET and MP_PROJECT_ID");
    environment.put("MP_ACCOUNT", "app");
    assertThat(resolver().resolve().name()).hasValue("app");
  }

  @Test
  void aLoneProjectOrRegionChangesNothingOfAnAccount() throws IOException {
    twoAccounts();
    environment.put("MP_PROJECT_ID", "999");
    environment.put("MP_REGION", "in");
    assertThat(resolver().resolve().credentials())
        .isEqualTo(Credentials.of("shop", "one", "111", Region.US));
  }

  @Test
  void theRegionIsUsUnlessGiven() {
    credentialsInTheEnvironment();
    environment.remove("MP_REGION");
    assertThat(resolver().resolve().credentials().region()).isEqualTo(Region.US);
    environment.put("MP_REGION", "mars");
    assertThat(failure().code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void olderNamesAreReadWhereTheNewOnesAreNotSet() {
    environment.putAll(
        Map.of(
            "MIXPANEL_SERVICE_ACCOUNT_USERNAME", "old",
            "MIXPANEL_SERVICE_ACCOUNT_SECRET", "s",
            "MIXPANEL_PROJECT_ID", "1",
            "MP_PROJECT_ID", "2"));
    assertThat(resolver().resolve().credentials())
        .isEqualTo(Credentials.of("old", "s", "2", Region.US));
  }

  @Test
  void withoutAnythingTheErrorTellsBothWays() {
    MixpanelDataException error = failure();
    assertThat(error.code()).isEqualTo(ErrorCode.CREDENTIALS_MISSING);
    assertThat(error.hint())
        .hasValueSatisfying(
            hint ->
                assertThat(hint)
                    .contains("MP_USERNAME", "MP_SECRET", "MP_PROJECT_ID", "MP_REGION")
                    .contains(home.resolve(".mp/config.toml").toString()));
  }

  @Test
  void severalAccountsWithoutADefaultMustBeChosenFrom() throws IOException {
    twoAccounts();
    writeConfig(
        Files.readString(home.resolve(".mp/config.toml")).replace("default = \"shop\"", ""));
    assertThat(failure().code()).isEqualTo(ErrorCode.CREDENTIALS_MISSING);
    assertThat(failure()).hasMessageContaining("several");
  }

  @Test
  void anUnknownAccountIsNotReplacedByAnother() throws IOException {
    twoAccounts();
    credentialsInTheEnvironment();
    assertThatThrownBy(() -> resolver().resolve("nobody"))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND));
  }

  @Test
  void pathsAndOriginComeFromTheEnvironment() throws IOException {
    credentialsInTheEnvironment();
    environment.put("MP_DATA_DIR", "~/data");
    environment.put("MP_API_BASE_URL", "http://localhost:9/");
    ResolvedAccount account = resolver().resolve();
    assertThat(account.dataDirectory()).isEqualTo(home.resolve("data"));
    assertThat(account.baseUrl()).hasValue(URI.create("http://localhost:9"));
    assertThat(account.endpoints().override()).hasValue(URI.create("http://localhost:9"));
    environment.put("MP_CONFIG_PATH", "/etc/mp.toml");
    assertThat(Settings.of(environment, home).configFile()).isEqualTo(Path.of("/etc/mp.toml"));
  }

  private void targets() throws IOException {
    twoAccounts();
    TargetStore store = new TargetStore(home.resolve(".mp/config.toml"));
    store.add(new Target("web", Optional.of("app"), Optional.of("999"), Optional.of(77L)));
    store.add(new Target("view", Optional.of("shop"), Optional.empty(), Optional.of(78L)));
    store.add(new Target("bare", Optional.empty(), Optional.of("888"), Optional.empty()));
  }

  @Test
  void aTargetChangesAccountProjectAndDataViewTogether() throws IOException {
    targets();
    ResolvedAccount web = resolver().resolve(null, "web");
    assertThat(web.credentials()).isEqualTo(Credentials.of("app", "two", "999", Region.EU));
    assertThat(web.dataView()).hasValue(77L);
    assertThat(web.target()).hasValue("web");
    ResolvedAccount view = resolver().resolve(null, "view");
    assertThat(view.credentials().projectId()).isEqualTo("111");
    assertThat(view.timeZone()).hasValue(ZoneId.of("Europe/Berlin"));
    assertThat(resolver().resolve("shop", "web").credentials())
        .isEqualTo(Credentials.of("shop", "one", "999", Region.US));
  }

  @Test
  void theZoneOfAnAccountIsNotThatOfAnotherProject() throws IOException {
    targets();
    assertThat(resolver().resolve("shop", "web").timeZone()).isEmpty();
  }

  @Test
  void aNamedTargetBeatsTheEnvironmentWhichBeatsTheOneInUse() throws IOException {
    targets();
    new TargetStore(home.resolve(".mp/config.toml")).use("web");
    assertThat(resolver().resolve().credentials().projectId()).isEqualTo("999");
    assertThat(resolver().resolve().source()).isEqualTo(Source.FILE);
    credentialsInTheEnvironment();
    environment.put("MP_WORKSPACE_ID", "5");
    assertThat(resolver().resolve().credentials().projectId()).isEqualTo("333");
    assertThat(resolver().resolve().dataView()).hasValue(5L);
    environment.put("MP_TARGET", "web");
    assertThat(resolver().resolve().credentials().projectId()).isEqualTo("999");
    assertThat(resolver().resolve().dataView()).hasValue(77L);
    assertThat(resolver().resolve("shop").credentials().projectId()).isEqualTo("111");
    environment.put("MP_TARGET", "bare");
    assertThat(resolver().resolve().credentials())
        .isEqualTo(Credentials.of("env", "three", "888", Region.IN));
  }

  @Test
  void anotherDefaultAccountEndsTheUseOfATarget() throws IOException {
    targets();
    new TargetStore(home.resolve(".mp/config.toml")).use("web");
    new AccountStore(home.resolve(".mp/config.toml")).setDefault("shop");
    assertThat(resolver().resolve().credentials().projectId()).isEqualTo("111");
    assertThat(new TargetStore(home.resolve(".mp/config.toml")).list()).hasSize(3);
  }

  @Test
  void targetsAreAddedOnceAndRemovedWhole() throws IOException {
    targets();
    TargetStore store = new TargetStore(home.resolve(".mp/config.toml"));
    store.use("web");
    String before = Files.readString(store.file());
    assertThatThrownBy(() -> store.add(store.target("web"))).hasMessageContaining("'web' already");
    assertThatThrownBy(
            () ->
                store.add(
                    new Target("x", Optional.of("nobody"), Optional.empty(), Optional.empty())))
        .hasMessageContaining("no account 'nobody'");
    assertThatThrownBy(() -> new Target("x", Optional.empty(), Optional.empty(), Optional.empty()))
        .hasMessageContaining("names nothing");
    assertThat(Files.readString(store.file())).isEqualTo(before);
    store.remove("web");
    assertThat(store.active()).isEmpty();
    assertThat(store.list()).extracting(Target::name).containsExactly("view", "bare");
    assertThatThrownBy(() -> resolver().resolve(null, "web"))
        .hasMessageContaining("no target 'web'");
  }

  @Test
  void aTokenOfTheEnvironmentIsASignIn() throws IOException {
    twoAccounts();
    environment.put("MP_OAUTH_TOKEN", "abc.def");
    assertThat(failure()).hasMessageContaining("MP_PROJECT_ID").hasMessageNotContaining("SECRET");
    environment.put("MP_PROJECT_ID", "5");
    environment.put("MP_REGION", "eu");
    assertThat(resolver().resolve().credentials())
        .isEqualTo(new Credentials(BearerToken.of("abc.def"), "5", Region.EU));
    credentialsInTheEnvironment();
    assertThat(resolver().resolve().credentials().username()).isEqualTo("env");
  }

  @Test
  void aTokenOfTheEnvironmentNeedsNoProjectWhereOneIsNamed() {
    environment.put("MP_OAUTH_TOKEN", "abc.def");
    Workspace named =
        Workspace.builder().settings(Settings.of(environment, home)).project("7").open();
    assertThat(named.http().credentials())
        .isEqualTo(new Credentials(BearerToken.of("abc.def"), "7", Region.US));
    environment.put("MP_PROJECT_ID", "5");
    assertThat(Settings.of(environment, home).withProject("7").projectId()).contains("5");
    environment.clear();
    assertThat(Settings.of(environment, home).withProject("7").projectId()).isEmpty();
  }

  @Test
  void nothingPrintsTheSecret() throws IOException {
    twoAccounts();
    credentialsInTheEnvironment();
    assertThat(resolver().resolve().toString()).doesNotContain("three").contains("********");
    assertThat(Settings.of(environment, home).toString()).doesNotContain("three");
    assertThat(new AccountStore(home.resolve(".mp/config.toml")).list().toString())
        .doesNotContain("\"one\"")
        .doesNotContain("two");
  }
}
