package dev.mixpaneldata.storage.expression;

import dev.mixpaneldata.expression.Accessor;

/** Finds the values that an expression reads in the rows of a query. */
public interface PropertyReader {
  /** Returns the value of the accessor; {@code CANNOT_ANSWER} if it cannot be known locally. */
  TypedSql read(Accessor accessor);
}
