/**
 * The names, values and saved objects of a project. Start at {@link
 * dev.mixpaneldata.discovery.Discovery}.
 */
@NullMarked
package dev.mixpaneldata.discovery;

import org.jspecify.annotations.NullMarked;
