/**
 * A small HTTP/1.1 server that can also misbehave on the wire, without any knowledge of Mixpanel.
 */
@NullMarked
package dev.mixpaneldata.testkit.http;

import org.jspecify.annotations.NullMarked;
