/**
 * JSON schemas of events and profiles. Start at {@link
 * dev.mixpaneldata.app.schemas.SchemaRegistry}.
 */
@NullMarked
package dev.mixpaneldata.app.schemas;

import org.jspecify.annotations.NullMarked;
