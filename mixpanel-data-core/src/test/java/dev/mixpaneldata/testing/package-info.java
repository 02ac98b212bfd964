/**
 * Checks on many random cases, for the tests of all modules. Start at {@link
 * dev.mixpaneldata.testing.RandomCases}.
 */
@NullMarked
package dev.mixpaneldata.testing;

import org.jspecify.annotations.NullMarked;
