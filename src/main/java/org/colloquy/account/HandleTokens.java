package org.colloquy.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All handle tokens, found by the hash of their secret. */
interface HandleTokens extends Repository<HandleToken, String> {

    HandleToken save(HandleToken token);

    Optional<HandleToken> findByHash(String hash);

    @Modifying
    @Transactional
    @Query("update HandleToken t set t.expiresAt = :until where t.hash = :hash")
    void extend(String hash, Instant until);

    List<HandleToken> findByMemberIdOrderByCreatedAt(long member);

    @Modifying
    @Transactional
    @Query("update HandleToken t set t.lastUsed = :day where t.hash = :hash")
    void used(String hash, LocalDate day);

    @Modifying
    @Query("delete from HandleToken t where t.member.id = :member")
    void revokeAll(long member);

    /** Takes away those that are over. */
    @Modifying
    @Query("delete from HandleToken t where t.expiresAt < :now")
    void sweep(Instant now);

    @Modifying
    @Query("delete from HandleToken t where t.hash = :hash")
    void revoke(String hash);
}
