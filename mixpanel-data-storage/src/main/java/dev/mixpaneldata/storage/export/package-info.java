/**
 * Writing tables to files of other forms. Start at {@link
 * dev.mixpaneldata.storage.export.TableExporter}.
 */
@NullMarked
package dev.mixpaneldata.storage.export;

import org.jspecify.annotations.NullMarked;
