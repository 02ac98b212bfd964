package dev.mixpaneldata.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountStoreTest {
  private static final String TWO_ACCOUNTS =
      """
      # My accounts.
      editor = "vi" # not ours

      default = "shop" # the usual one

      # The shop, since 2019.
      [accounts.shop]
      username = "shop.1.mp-service-account"
      secret = "one"   # from the vault
      project_id = 111
      region = "EU"
      timezone = "Europe/Berlin"
      colour = "blue"

      # The app.
      [accounts.app]
      username = "app.2.mp-service-account"
      secret = "two"
      project_id = "222"

      [other]
      key = 1
      """;

  @TempDir Path home;

  private Path file() {
    return home.resolve(".mp/config.toml");
  }

  private AccountStore store() {
    return new AccountStore(file());
  }

  private AccountStore store(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
    return store();
  }

  private String text() throws IOException {
    return Files.readString(file());
  }

  private static Account account(String name, String secret) {
    return new Account(name, Credentials.of("robot", secret, "42", Region.IN));
  }

  private static MixpanelDataException failure(Runnable action) {
    return catchThrowableOfType(MixpanelDataException.class, action::run);
  }

  @Test
  void aPipeIsRefusedAndNotWaitedFor() throws Exception {
    Files.createDirectories(file().getParent());
    Process mkfifo;
    try {
      mkfifo = new ProcessBuilder("mkfifo", file().toString()).start();
    } catch (IOException e) {
      return; // A system without pipes of this kind.
    }
    assertThat(mkfifo.waitFor()).isZero();
    MixpanelDataException error = failure(() -> store().list());
    assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(error).hasMessageContaining("not a regular file");
  }

  @Test
  void aMissingFileIsAnEmptyOne() {
    assertThat(store().list()).isEmpty();
    assertThat(store().defaultName()).isEmpty();
    MixpanelDataException error = failure(() -> store().account("shop"));
    assertThat(error.code()).isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND);
    assertThat(error.hint())
        .hasValueSatisfying(hint -> assertThat(hint).contains("AccountStore.add()"));
  }

  @Test
  void namedTablesAreRead() throws IOException {
    AccountStore store = store(TWO_ACCOUNTS);
    assertThat(store.list()).extracting(Account::name).containsExactly("shop", "app");
    assertThat(store.defaultName()).hasValue("shop");
    assertThat(store.account("shop"))
        .isEqualTo(
            new Account(
                "shop",
                Credentials.of("shop.1.mp-service-account", "one", "111", Region.EU),
                Optional.of(ZoneId.of("Europe/Berlin"))));
    assertThat(store.account("app").credentials().region()).isEqualTo(Region.US);
    assertThat(failure(() -> store.account("x")).hint()).hasValue("Its accounts are: shop, app.");
  }

  @Test
  void aDefaultTableIsTheAccountOfThatName() throws IOException {
    AccountStore store =
        store(
            """
            [default]
            username = "me"
            secret = "s"
            project_id = 12345
            region = "us"
            """);
    assertThat(store.defaultName()).hasValue("default");
    assertThat(store.account("default").credentials())
        .isEqualTo(Credentials.of("me", "s", "12345", Region.US));
  }

  @Test
  void theOnlyAccountNeedsNoDefault() throws IOException {
    assertThat(store("[accounts.a]\nusername='u'\nsecret='s'\nproject_id='1'\n").defaultName())
        .hasValue("a");
  }

  @Test
  void addingKeepsWhatIsThere() throws IOException {
    AccountStore store = store(TWO_ACCOUNTS);
    store.add(account("new-one", "a\"b\\c\té"));
    assertThat(text())
        .isEqualTo(
            TWO_ACCOUNTS
                + """

                [accounts.new-one]
                username = "robot"
                secret = "a\\"b\\\\c\\u0009é"
                project_id = "42"
                region = "in"
                """);
    assertThat(store.account("new-one")).isEqualTo(account("new-one", "a\"b\\c\té"));
    assertThat(store.defaultName()).hasValue("shop");
  }

  @Test
  void theFirstAccountBecomesTheDefaultAndItsFileIsPrivate() throws IOException {
    store().add(account("a.b", "s"));
    assertThat(text())
        .isEqualTo(
            """
            default = "a.b"

            [accounts."a.b"]
            username = "robot"
            secret = "s"
            project_id = "42"
            region = "in"
            """);
    assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(permissions(file())).isEqualTo("rw-------");
    assertThat(permissions(home.resolve(".mp"))).isEqualTo("rwx------");
    assertThat(store().isReadableByOthers()).isFalse();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aReadableFileIsTightenedByTheNextChange() throws IOException {
    assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"));
    AccountStore store = store(TWO_ACCOUNTS);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(store.isReadableByOthers()).isTrue();
    store.setDefault("app");
    assertThat(permissions(file())).isEqualTo("rw-------");
  }

  @Test
  void switchingKeepsTheCommentBesideTheDefault() throws IOException {
    AccountStore store = store(TWO_ACCOUNTS);
    store.setDefault("app");
    assertThat(text())
        .isEqualTo(
            TWO_ACCOUNTS.replace(
                "default = \"shop\" # the usual one", "default = \"app\" # the usual one"));
    assertThat(failure(() -> store.setDefault("nobody")).code())
        .isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND);
  }

  @Test
  void switchingWithoutADefaultAddsOneOnTop() throws IOException {
    String tables =
        "# Mine.\n[accounts.a]\nusername='u'\nsecret='s'\nproject_id='1'\n"
            + "[accounts.b]\nusername='u'\nsecret='s'\nproject_id='1'\n";
    AccountStore store = store(tables);
    assertThat(store.defaultName()).isEmpty();
    store.setDefault("b");
    assertThat(text()).isEqualTo("default = \"b\"\n\n" + tables);
  }

  @Test
  void switchingFromADefaultTableKeepsItAsANamedAccount() throws IOException {
    AccountStore store = store("[default] # old\nusername='u'\nsecret='s'\nproject_id=1 # one\n");
    store.add(account("b", "s"));
    assertThat(store.defaultName()).hasValue("default");
    store.setDefault("b");
    assertThat(text())
        .startsWith(
            "default = \"b\"\n\n"
                + "[accounts.default] # old\n"
                + "username='u'\n"
                + "secret='s'\n"
                + "project_id=1 # one\n");
    assertThat(store.list()).extracting(Account::name).containsExactly("default", "b");
    assertThat(store.defaultName()).hasValue("b");
  }

  @Test
  void removingTakesOneTableAndNoComment() throws IOException {
    AccountStore store = store(TWO_ACCOUNTS);
    store.remove("app");
    assertThat(text())
        .isEqualTo(
            TWO_ACCOUNTS.replace(
                """
                [accounts.app]
                username = "app.2.mp-service-account"
                secret = "two"
                project_id = "222"

                """,
                "\n"));
    assertThat(store.list()).extracting(Account::name).containsExactly("shop");
  }

  @Test
  void removingTheDefaultLeavesNoDefault() throws IOException {
    AccountStore store = store(TWO_ACCOUNTS);
    store.add(account("third", "s"));
    store.remove("shop");
    assertThat(store.defaultName()).isEmpty();
    assertThat(text())
        .contains("# the usual one")
        .contains("# The shop, since 2019.")
        .doesNotContain("\"one\"");
    store.remove("third");
    assertThat(store.defaultName()).hasValue("app");
  }

  @Test
  void aRemovedDefaultTableIsGone() throws IOException {
    AccountStore store = store("[default]\nusername='u'\nsecret='s'\nproject_id=1\n");
    store.remove("default");
    assertThat(text()).isEmpty();
    assertThat(failure(() -> store.remove("default")).code())
        .isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND);
  }

  @Test
  void windowsLineEndsStay() throws IOException {
    AccountStore store = store(TWO_ACCOUNTS.replace("\n", "\r\n"));
    store.add(account("b", "s"));
    store.setDefault("b");
    assertThat(text().replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
  }

  @Test
  void malformedTomlNamesTheLineAndShowsNoneOfIt() throws IOException {
    String broken = "[accounts.a]\nusername = 'u'\nsecret = hunter2\n";
    AccountStore store = store(broken);
    MixpanelDataException error = failure(() -> store.add(account("b", "s")));
    assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(error)
        .hasMessageContaining("line 3")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
    assertThat(text()).isEqualTo(broken);
  }

  @Test
  void anIncompleteAccountIsNamedAndDoesNotHideTheOthers() throws IOException {
    AccountStore store = store(TWO_ACCOUNTS.replace("secret = \"one\"", "secrets = \"one\""));
    assertThat(store.list()).extracting(Account::name).containsExactly("app");
    MixpanelDataException error = failure(() -> store.account("shop"));
    assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(error).hasMessageContaining("Account 'shop' has no secret");
    store.remove("shop");
    assertThat(store.defaultName()).hasValue("app");
  }

  @ParameterizedTest
  @ValueSource(strings = {"region = \"asia\"", "timezone = \"Mars/Base\"", "project_id = \"x\""})
  void aValueThatCannotBeUsedIsNamed(String line) throws IOException {
    String key = line.substring(0, line.indexOf(' '));
    AccountStore store = store(TWO_ACCOUNTS.replaceFirst("(?m)^" + key + " = .*$", line));
    MixpanelDataException error = failure(() -> store.account("shop"));
    assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(error).hasMessageContaining("Account 'shop'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts = { a = { username = 'u', secret = 's', project_id = '1' } }\n",
        "accounts.a.username = 'u'\naccounts.a.secret = 's'\naccounts.a.project_id = '1'\n",
        "default.username = 'u'\ndefault.secret = 's'\ndefault.project_id = '1'\n",
      })
  void whatCannotBeEditedSafelyIsReadButNotChanged(String text) throws IOException {
    AccountStore store = store(text);
    String name = store.defaultName().orElseThrow();
    assertThat(store.account(name).credentials().projectId()).isEqualTo("1");
    assertThat(failure(() -> store.remove(name)).code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(text()).isEqualTo(text);
  }

  @Test
  void aHeaderInsideATextIsNotTakenForATable() throws IOException {
    String text = TWO_ACCOUNTS.replace("key = 1", "key = '''\n[accounts.app]\nsecret = 1\n'''");
    AccountStore store = store(text);
    assertThat(failure(() -> store.remove("app")).code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(text()).isEqualTo(text);
  }

  @Test
  void oneNameTwiceIsRefused() throws IOException {
    AccountStore store =
        store(
            "[default]\nusername='u'\nsecret='s'\nproject_id=1\n"
                + "[accounts.default]\nusername='v'\nsecret='s'\nproject_id=2\n");
    assertThat(failure(store::list).code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    AccountStore two = store(TWO_ACCOUNTS);
    assertThat(failure(() -> two.add(account("app", "s"))).code())
        .isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void linksAreRefused() throws IOException {
    Path real = Files.writeString(home.resolve("real.toml"), TWO_ACCOUNTS);
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), real);
    assertThat(failure(() -> store().list()).code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(failure(() -> store().add(account("b", "s"))).code())
        .isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(Files.readString(real)).isEqualTo(TWO_ACCOUNTS);
  }

  @Test
  void aFileThatIsNotUtf8IsNotRewritten() throws IOException {
    AccountStore store = store(TWO_ACCOUNTS);
    Files.write(file(), new byte[] {'#', (byte) 0xe9, '\n'});
    assertThat(failure(() -> store.add(account("b", "s"))).code())
        .isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(Files.readAllBytes(file())).hasSize(3);
  }

  @Test
  void nothingIsLeftBeside() throws IOException {
    AccountStore store = store(TWO_ACCOUNTS);
    store.setDefault("app");
    store.remove("shop");
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertThat(files).containsExactly(file());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "-a", "a/b", "ä", "a\nb", "[x]"})
  void namesThatWouldNeedQuotingEverywhereAreRefused(String name) {
    assertThatThrownBy(() -> account(name, "s"))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("'" + name + "'");
  }
}
