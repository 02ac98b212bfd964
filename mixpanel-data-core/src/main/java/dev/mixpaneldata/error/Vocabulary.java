package dev.mixpaneldata.error;

import java.util.Optional;

/** The names that one face has for {@linkplain Reference references}. */
@FunctionalInterface
public interface Vocabulary {
  /** The words of callers of this library: methods and constants. */
  Vocabulary JAVA = reference -> Optional.of(reference.java());

  /** Returns the name of a reference, or empty where this face does not have what it points to. */
  Optional<String> name(Reference reference);
}
