-- A digest as somebody would write it by hand: SQL on the records as they were known at :at.

-- counties
SELECT u.name,
    count(c.day),
    count(CASE WHEN c.day >= :first AND c.day < :after THEN 1 END),
    count(DISTINCT CASE WHEN c.channel = 'onsite' AND c.day >= :quota_first AND c.day < :quota_after THEN c.day END),
    count(CASE WHEN c.day >= :before_first AND c.day < :first THEN 1 END)
FROM unit u LEFT JOIN contact c ON c.campaign_id = u.campaign_id AND c.county_id = u.id
    AND c.saved_at <= :at AND (c.withdrawn_at IS NULL OR c.withdrawn_at > :at)
WHERE u.campaign_id = :campaign AND u.kind = 'county' AND u.left_at IS NULL
GROUP BY u.id, u.name, u.position ORDER BY u.position, u.id

-- channels
SELECT channel, count(*) FROM contact
WHERE campaign_id = :campaign AND day >= :first AND day < :after
    AND saved_at <= :at AND (withdrawn_at IS NULL OR withdrawn_at > :at) GROUP BY channel

-- late
SELECT count(*) FROM contact WHERE campaign_id = :campaign AND day < :first AND saved_at > :since
    AND saved_at <= :at AND (withdrawn_at IS NULL OR withdrawn_at > :at)

-- classes
SELECT resolver, category,
    count(CASE WHEN closed_at IS NULL OR closed_at > :at THEN 1 END),
    count(CASE WHEN (closed_at IS NULL OR closed_at > :at) AND due < :today THEN 1 END),
    count(CASE WHEN saved_at > :since THEN 1 END),
    count(CASE WHEN closed_at > :since AND closed_at <= :at THEN 1 END)
FROM issue WHERE campaign_id = :campaign AND saved_at <= :at AND (withdrawn_at IS NULL OR withdrawn_at > :at)
GROUP BY resolver, category

-- same
SELECT min(number), count(DISTINCT county_id), count(DISTINCT CASE WHEN saved_at > :since THEN county_id END)
FROM issue
WHERE campaign_id = :campaign AND saved_at <= :at AND (withdrawn_at IS NULL OR withdrawn_at > :at)
    AND (closed_at IS NULL OR closed_at > :at) AND gist IS NOT NULL
GROUP BY gist HAVING count(DISTINCT county_id) > 1 ORDER BY count(DISTINCT county_id) DESC, min(number) LIMIT 3

-- practices
SELECT count(*) FROM experience WHERE campaign_id = :campaign AND saved_at > :since
    AND saved_at <= :at AND (withdrawn_at IS NULL OR withdrawn_at > :at)

-- withdrawn
SELECT count(*) FROM contact WHERE campaign_id = :campaign AND saved_at <= :since AND day < :first
    AND withdrawn_at > :since AND withdrawn_at <= :at

-- corrected
SELECT count(DISTINCT c.number) FROM audit a JOIN contact c ON c.draft_id = a.subject
WHERE a.campaign_id = :campaign AND a.action = 'record.correct' AND a.at > :since AND a.at <= :at
    AND c.campaign_id = :campaign AND c.saved_at <= :since AND c.day < :first
