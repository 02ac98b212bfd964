/** A small HTTP/1.1 server which can also misbehave on the wire: it knows nothing of Mixpanel. */
@NullMarked
package dev.mixpaneldata.testkit.http;

import org.jspecify.annotations.NullMarked;
