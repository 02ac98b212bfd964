package dev.mixpaneldata.account;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The named accounts of a configuration file, by default {@code ~/.mp/config.toml}. Changes keep
 * the user's comments, order and unknown keys. Every method reads the file again; a missing file
 * counts as empty. A file that cannot be read or understood is {@link ErrorCode#CONFIG_INVALID}.
 */
public final class AccountStore {
  private static final Logger LOG = LoggerFactory.getLogger(AccountStore.class);

  private final ConfigFile file;

  /** Makes a store of this file, which need not exist. */
  public AccountStore(Path file) {
    this.file = new ConfigFile(file);
  }

  /** Returns the configuration file. */
  public Path file() {
    return file.path();
  }

  /** Returns whether other users of this machine can read the file and its secrets. */
  public boolean isReadableByOthers() {
    return file.isReadableByOthers();
  }

  /** Returns the accounts in the order of the file, without those whose tables are incomplete. */
  public List<Account> list() {
    ConfigText config = file.read();
    List<Account> accounts = new ArrayList<>();
    for (String name : config.names()) {
      try {
        config.find(name).ifPresent(accounts::add);
      } catch (MixpanelDataException incomplete) {
        LOG.warn("{}", incomplete.getMessage());
      }
    }
    return List.copyOf(accounts);
  }

  /**
   * Returns the account that is used when none is named: the file's default, or the only account.
   */
  public Optional<String> defaultName() {
    return file.read().defaultName();
  }

  /**
   * Returns the account of this name.
   *
   * @throws MixpanelDataException {@link ErrorCode#ACCOUNT_NOT_FOUND} if there is none
   */
  public Account account(String name) {
    ConfigText config = file.read();
    return config.find(name).orElseThrow(() -> notFound(config, name));
  }

  /**
   * Adds an account. It becomes the default if it is the first.
   *
   * @throws MixpanelDataException {@link ErrorCode#INVALID_ARGUMENT} if there is an account of this
   *     name
   */
  public void add(Account account) {
    file.update(
        config -> {
          if (config.names().contains(account.name())) {
            throw MixpanelDataException.invalidArgument(
                "The account '" + account.name() + "' exists already.",
                "Choose another name, or remove that account first.");
          }
          return config.add(account);
        });
  }

  /**
   * Removes an account. If it was the default, a single remaining account is used, else none.
   *
   * @throws MixpanelDataException {@link ErrorCode#ACCOUNT_NOT_FOUND} if there is no such account
   */
  public void remove(String name) {
    file.update(config -> existing(config, name).remove(name));
  }

  /**
   * Makes an account the default.
   *
   * @throws MixpanelDataException {@link ErrorCode#ACCOUNT_NOT_FOUND} if there is no such account
   */
  public void setDefault(String name) {
    file.update(config -> existing(config, name).withDefault(name));
  }

  private ConfigText existing(ConfigText config, String name) {
    if (!config.names().contains(name)) {
      throw notFound(config, name);
    }
    return config;
  }

  private MixpanelDataException notFound(ConfigText config, String name) {
    return MixpanelDataException.of(
        ErrorCode.ACCOUNT_NOT_FOUND,
        "There is no account '" + name + "' in " + file() + ".",
        config.names().isEmpty()
            ? Hint.of("It has no accounts yet. Add one with {}.", Reference.ADD_ACCOUNT)
            : Hint.of("Its accounts are: " + String.join(", ", config.names()) + "."));
  }
}
