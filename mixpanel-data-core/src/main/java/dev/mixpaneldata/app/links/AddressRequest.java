package dev.mixpaneldata.app.links;

import dev.mixpaneldata.operation.Param;

/** A request for the report at an address. */
public record AddressRequest(
    @Param(help = "Address of a report or of a board's card, pasted from the browser")
        String url) {}
