/** JUnit and FakeMixpanel: a Mixpanel for each test. JUnit is an optional dependency. */
@NullMarked
package dev.mixpaneldata.testkit.junit;

import org.jspecify.annotations.NullMarked;
