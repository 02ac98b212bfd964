package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All definitions of the Lexicon, or word on where they are.
 *
 * @param status {@code pending} if Mixpanel sends the export later; empty if it is here
 * @param message what Mixpanel says about an export that it sends later
 * @param file the file that the definitions were written to; empty if they are here
 * @param bytes the size of that file
 * @param remaining the definitions
 */
public record LexiconExport(
    Optional<String> status,
    Optional<String> message,
    Optional<Path> file,
    Optional<Long> bytes,
    @Remaining Map<String, Json> remaining) {}
