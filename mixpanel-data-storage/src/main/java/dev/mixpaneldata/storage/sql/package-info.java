/**
 * SQL of people and assistants, which reads the tables and reaches nothing else. Start at {@link
 * dev.mixpaneldata.storage.sql.DuckDbSql}.
 */
@NullMarked
package dev.mixpaneldata.storage.sql;

import org.jspecify.annotations.NullMarked;
