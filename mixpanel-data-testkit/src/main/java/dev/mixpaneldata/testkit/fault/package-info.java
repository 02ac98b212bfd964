/**
 * Scripted faults between Mixpanel and a client. Start at {@link
 * dev.mixpaneldata.testkit.fault.Faults}.
 */
@NullMarked
package dev.mixpaneldata.testkit.fault;

import org.jspecify.annotations.NullMarked;
