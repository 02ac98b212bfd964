package dev.mixpaneldata.storage.expression;

import dev.mixpaneldata.expression.Accessor;

/** Finds what an expression reads in the rows at hand. */
public interface PropertyReader {
  /** The value of the accessor; what cannot be known locally is {@code CANNOT_ANSWER}. */
  Term read(Accessor accessor);
}
