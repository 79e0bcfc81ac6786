package org.colloquy.moderation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a moderator came from and goes back to when something is done, as forms and links carry it. */
final class Back {

    /** Longer than any that is linked from here. */
    private static final int LONGEST = 4000;

    private static final Pattern PAGE =
            Pattern.compile("/(?:moderation|articles|open-thread)(?:/[\\w/-]*)?(?:\\?[\\w%!$&'()*+,./:;=?@~-]*)?");

    private static final Pattern BROKEN = Pattern.compile("%(?!\\p{XDigit}{2})");

    private Back() {}

    /** That address, if it leads to a page of this site; the other one where it does not. */
    static String or(@Nullable String address, String otherwise) {
        return address != null && isOurs(address) ? address : otherwise;
    }

    /** That address, if it leads to a page of this site, or null. */
    static @Nullable String orNone(@Nullable String address) {
        return address != null && isOurs(address) ? address : null;
    }

    private static boolean isOurs(String address) {
        return address.length() <= LONGEST
                && PAGE.matcher(address).matches()
                && !BROKEN.matcher(address).find();
    }

    /** A page that leads back there in its turn. */
    static String through(String page, @Nullable String back) {
        return back == null
                ? page
                : UriComponentsBuilder.fromUriString(page)
                        .queryParam("back", "{back}")
                        .encode()
                        .buildAndExpand(back)
                        .toUriString();
    }
}
