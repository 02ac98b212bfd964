package dev.mixpaneldata.account;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The targets of a configuration file, beside its accounts. Changes keep the user's comments, order
 * and unknown keys. Every method reads the file again; a missing file counts as empty. A file that
 * cannot be read or understood is {@link ErrorCode#CONFIG_INVALID}.
 */
public final class TargetStore {
  private final ConfigFile file;

  /** Makes a store of this file, which need not exist. */
  public TargetStore(Path file) {
    this.file = new ConfigFile(file);
  }

  /** Returns the configuration file. */
  public Path file() {
    return file.path();
  }

  /** Returns the targets in the order of the file. */
  public List<Target> list() {
    return new ConfigTargets(file.read()).list();
  }

  /** Returns the target in use where neither a call nor the environment names anything. */
  public Optional<String> active() {
    return new ConfigTargets(file.read()).active();
  }

  /**
   * Returns the target of this name.
   *
   * @throws MixpanelDataException {@link ErrorCode#ACCOUNT_NOT_FOUND} if there is none
   */
  public Target target(String name) {
    return existing(new ConfigTargets(file.read()), name);
  }

  /**
   * Adds a target.
   *
   * @throws MixpanelDataException {@link ErrorCode#INVALID_ARGUMENT} if there is a target of this
   *     name; {@link ErrorCode#ACCOUNT_NOT_FOUND} if there is no account of its account's name
   */
  public void add(Target target) {
    file.update(
        config -> {
          ConfigTargets targets = new ConfigTargets(config);
          if (targets.find(target.name()).isPresent()) {
            throw MixpanelDataException.invalidArgument(
                "There is a target '" + target.name() + "' already.",
                "Choose another name, or remove that target first.");
          }
          target
              .account()
              .filter(account -> !config.names().contains(account))
              .ifPresent(
                  account -> {
                    throw missing("account", account, config.names());
                  });
          return targets.add(target);
        });
  }

  /**
   * Removes a target. If it was in use, none is afterwards.
   *
   * @throws MixpanelDataException {@link ErrorCode#ACCOUNT_NOT_FOUND} if there is no such target
   */
  public void remove(String name) {
    file.update(
        config -> {
          ConfigTargets targets = new ConfigTargets(config);
          existing(targets, name);
          return targets.remove(name);
        });
  }

  /**
   * Puts a target to use until another target or another default account is chosen.
   *
   * @throws MixpanelDataException {@link ErrorCode#ACCOUNT_NOT_FOUND} if there is no such target
   */
  public void use(String name) {
    file.update(
        config -> {
          ConfigTargets targets = new ConfigTargets(config);
          existing(targets, name);
          return targets.use(name);
        });
  }

  private Target existing(ConfigTargets targets, String name) {
    return targets
        .find(name)
        .orElseThrow(
            () -> missing("target", name, targets.list().stream().map(Target::name).toList()));
  }

  private MixpanelDataException missing(String kind, String name, List<String> known) {
    return MixpanelDataException.of(
        ErrorCode.ACCOUNT_NOT_FOUND,
        "There is no " + kind + " '" + name + "' in " + file() + ".",
        known.isEmpty()
            ? Hint.of("It has no " + kind + "s yet.")
            : Hint.of("It has: " + known.stream().collect(Collectors.joining(", ")) + "."));
  }
}
