package dev.mixpaneldata.operation;

import java.util.Optional;

/**
 * A parameter as surfaces show it.
 *
 * @param name its name in snake_case
 * @param type what it takes
 * @param required whether it must be given
 * @param defaultValue what it is when not given
 * @param help what it means
 * @param alias another name that is taken too
 */
public record ParameterDescription(
    String name,
    ParameterType type,
    boolean required,
    Optional<String> defaultValue,
    String help,
    Optional<String> alias) {

  /** Its name in kebab-case, {@code born-where}. */
  public String kebabName() {
    return name.replace('_', '-');
  }
}
