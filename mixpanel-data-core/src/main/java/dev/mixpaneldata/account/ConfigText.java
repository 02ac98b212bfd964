package dev.mixpaneldata.account;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.GrantedSignIn;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.credentials.ServiceAccount;
import dev.mixpaneldata.credentials.SignIn;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Misplaced;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The text of a configuration file. Two forms exist: {@code default = "name"} with tables {@code
 * [accounts.name]}, and a single table {@code [default]}, which is the account named default.
 * Unknown keys are left alone.
 */
final class ConfigText {
  static final String DEFAULT = "default";

  /** The key of accounts without a secret in the file, and its only value. */
  private static final String SIGN_IN = "sign_in";

  private static final String BROWSER = "browser";

  private static final TomlMapper TOML = new TomlMapper();

  private final String text;
  private final String file;
  private final @Nullable String defaultName;
  private final boolean hasDefaultTable;
  private final JsonNode root;
  private final Map<String, JsonNode> tables = new LinkedHashMap<>();

  /**
   * Parses a file's text.
   *
   * @param file its name for messages
   */
  ConfigText(String text, String file) {
    this.text = text;
    this.file = file;
    root = parse();
    JsonNode fallback = root.path(DEFAULT);
    hasDefaultTable = fallback.isObject();
    defaultName = hasDefaultTable ? DEFAULT : fallback.textValue();
    if (hasDefaultTable) {
      tables.put(DEFAULT, fallback);
    }
    root.path("accounts")
        .properties()
        .forEach(
            account -> {
              if (tables.put(account.getKey(), account.getValue()) != null) {
                throw invalid(
                    "[default] and [accounts.default] are the same account twice.",
                    "Remove one of the two tables.");
              }
            });
  }

  private JsonNode parse() {
    try {
      return TOML.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (JsonProcessingException e) {
      // The parser's own message quotes the line, which may be the one with the secret.
      JsonLocation location = e.getLocation();
      String where = location == null ? "" : " on line " + location.getLineNr();
      throw invalid(
          "It is not valid TOML" + where + ".", "Correct that line; nothing was changed.");
    }
  }

  String text() {
    return text;
  }

  JsonNode root() {
    return root;
  }

  List<String> names() {
    return List.copyOf(tables.keySet());
  }

  /** Returns the account to use when none is named: the file's default, or the only account. */
  Optional<String> defaultName() {
    if (defaultName == null && tables.size() == 1) {
      return Optional.of(names().get(0));
    }
    return Optional.ofNullable(defaultName);
  }

  /** Returns the account of this name; fails if its table is incomplete. */
  Optional<Account> find(String name) {
    JsonNode table = tables.get(name);
    if (table == null) {
      return Optional.empty();
    }
    String region = table.path("region").asText("us");
    return Optional.of(
        understood(
            "Account '" + name + "'",
            () ->
                new Account(
                    name,
                    new Credentials(
                        signIn(name, table),
                        required(name, table, "project_id"),
                        Region.parse(region)),
                    timeZone(table))));
  }

  private SignIn signIn(String name, JsonNode table) {
    if (table.path(SIGN_IN).asText("").equals(BROWSER)) {
      return new GrantedSignIn(Path.of(file), name);
    }
    return new ServiceAccount(
        required(name, table, "username"), Secret.of(required(name, table, "secret")));
  }

  /** Reads a table; what is wrong in it is an error of the file. */
  <T> T understood(String what, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.CONFIG_INVALID) {
        throw e;
      }
      throw invalid(what + ": " + e.getMessage(), e.hint().orElse("Correct that line."));
    }
  }

  private String required(String name, JsonNode table, String key) {
    JsonNode value = table.path(key);
    if (!value.isTextual() && !value.isIntegralNumber() || value.asText().isBlank()) {
      throw invalid(
          "Account '" + name + "' has no " + key + ".",
          "Add a line " + key + " = \"…\" to its table, or remove the account.");
    }
    return value.asText();
  }

  private static Optional<ZoneId> timeZone(JsonNode table) {
    String zone = table.path("timezone").asText("");
    try {
      return zone.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(zone.strip()));
    } catch (DateTimeException e) {
      throw MixpanelDataException.invalidArgument(
          "The time zone " + Misplaced.shown(zone) + " is unknown.",
          "Write it like Europe/Berlin.");
    }
  }

  /** Returns the text with one more account, which becomes the default if there is no other. */
  ConfigText add(Account account) {
    List<String> content = new ArrayList<>();
    Credentials credentials = account.credentials();
    if (credentials.signIn() instanceof ServiceAccount service) {
      content.add("username = " + TomlSections.quote(service.username()));
      content.add("secret = " + TomlSections.quote(service.secret().reveal()));
    } else if (credentials.signIn() instanceof GrantedSignIn) {
      content.add(SIGN_IN + " = " + TomlSections.quote(BROWSER));
    } else {
      throw MixpanelDataException.invalidArgument(
          "Only service accounts and sign-ins by the browser are saved, and this is a "
              + credentials.username()
              + ".",
          "Set MP_OAUTH_TOKEN where the token is used.");
    }
    content.add("project_id = " + TomlSections.quote(credentials.projectId()));
    content.add("region = " + TomlSections.quote(credentials.region().id()));
    account
        .timeZone()
        .ifPresent(zone -> content.add("timezone = " + TomlSections.quote(zone.getId())));
    ConfigText added =
        edited(sections -> sections.append(List.of("accounts", account.name()), content));
    added.verify(added.find(account.name()).equals(Optional.of(account)), tables.size() + 1);
    return tables.isEmpty() ? added.withDefault(account.name()) : added;
  }

  /** Returns the text without an account. If it was the default, there is no default afterwards. */
  ConfigText remove(String name) {
    boolean isDefaultTable = hasDefaultTable && name.equals(DEFAULT);
    ConfigText removed =
        edited(
            sections -> {
              sections.remove(isDefaultTable ? List.of(DEFAULT) : List.of("accounts", name));
              if (!hasDefaultTable && name.equals(defaultName)) {
                sections.removeTopLevel(DEFAULT);
              }
            });
    removed.verify(
        !removed.tables.containsKey(name) && !name.equals(removed.defaultName), tables.size() - 1);
    return removed;
  }

  /**
   * Returns the text with another default, and with no target in use. A table {@code [default]}
   * becomes {@code [accounts.default]} first.
   */
  ConfigText withDefault(String name) {
    ConfigText changed =
        edited(
            sections -> {
              sections.removeTopLevel(ConfigTargets.ACTIVE);
              if (!name.equals(defaultName)) {
                if (hasDefaultTable) {
                  sections.rename(List.of(DEFAULT), List.of("accounts", DEFAULT));
                }
                sections.setTopLevel(DEFAULT, TomlSections.quote(name));
              }
            });
    changed.verify(name.equals(changed.defaultName), tables.size());
    return changed;
  }

  ConfigText edited(Consumer<TomlSections> change) {
    TomlSections sections = new TomlSections(text);
    change.accept(sections);
    try {
      return new ConfigText(sections.text(), file);
    } catch (MixpanelDataException unreadable) {
      throw byHand();
    }
  }

  /**
   * Refuses an edit without the expected effect, for instance because tables are written inline.
   */
  private void verify(boolean asExpected, int accounts) {
    verify(asExpected && tables.size() == accounts);
  }

  void verify(boolean asExpected) {
    if (!asExpected) {
      throw byHand();
    }
  }

  private MixpanelDataException byHand() {
    return invalid(
        "Its tables are written in a way that cannot be edited safely.",
        "Write each account as a table [accounts.name] with one key per line, or edit"
            + " it by hand.");
  }

  private MixpanelDataException invalid(String message, String hint) {
    return new MixpanelDataException(
        ErrorCode.CONFIG_INVALID, "The configuration file " + file + ": " + message, hint);
  }
}
