package org.colloquy.moderation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.colloquy.account.SignedIn;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Has the masthead lead to the desk, and the foot of the page not ask to sign in, on all pages that only moderators reach,
 * and on those of an account that moderates; no page that everybody sees alike tells of it.
 */
@Configuration
class DeskLink implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        request.setAttribute("atDesk", moderates());
                        return true;
                    }
                })
                .addPathPatterns("/moderation", "/moderation/**", "/account", "/account/**");
    }

    private static boolean moderates() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedIn you && you.moderates();
    }
}
