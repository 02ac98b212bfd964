package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** One tag of the Lexicon. */
public record LexiconTagRequest(
    @Param(help = "Name of the tag", listedBy = Reference.LIST_LEXICON_TAGS, alias = "name")
        String tagName) {}
