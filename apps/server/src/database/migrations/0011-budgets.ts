import type { Migration } from '../migration.ts';

/** Limits of projects, what was used of limits, and the two functions that keep count. */
export const migration: Migration = {
  id: 11,
  name: 'budgets',
  sql: `
alter table project add column limits jsonb not null default '{}';

-- One row for each limit that ever applied, with what is used in its latest window: it starts again in place.
create table spending (
  scope text not null check (scope in ('tenant', 'project')),
  -- A tenant's name, or a project's id.
  subject text not null,
  kind text not null check (kind in ('requests', 'tokens', 'budget')),
  period text not null check (period in ('minute', 'day', 'week', 'month', 'total')),
  window_start timestamptz not null,
  -- Requests, tokens or US dollars, what is reserved included.
  used numeric not null,
  primary key (scope, subject, kind, period)
);

-- What of it belongs to calls under way. A call whose process died leaves its rows: they stay spent.
create table reservation (
  call uuid not null,
  scope text not null,
  subject text not null,
  kind text not null,
  period text not null,
  window_start timestamptz not null,
  amount numeric not null,
  expires_at timestamptz not null,
  primary key (call, scope, subject, kind, period, window_start)
);

-- They name no project by reference: a tenant's rows stand among them.
create function forget_spending() returns trigger language plpgsql as $$
begin
  delete from spending where scope = 'project' and subject = old.id::text;
  delete from reservation where scope = 'project' and subject = old.id::text;
  return null;
end
$$;
create trigger forget_spending after delete on project for each row execute function forget_spending();

create function window_start_of(period text, moment timestamptz) returns timestamptz language sql stable as $$
  select case period when 'total' then timestamptz 'epoch' else date_trunc(period, moment, 'UTC') end
$$;

create function window_end_of(period text, window_start timestamptz) returns timestamptz language sql stable as $$
  select case period when 'total' then null
    else ((window_start at time zone 'UTC') + ('1 ' || period)::interval) at time zone 'UTC' end
$$;

-- Takes all of a call's claims or none. The rows are locked in one order, so that two calls never wait for each other;
-- the clock is read under the lock, so that no window begins twice.
create function reserve_spending(call uuid, lifetime interval, claims jsonb)
returns table (scope text, subject text, kind text, period text, most numeric, amount numeric, used numeric,
               fits boolean, window_end timestamptz)
language plpgsql as $$
#variable_conflict use_column
declare
  wanted record;
  taken spending;
  all_fit boolean := true;
begin
  for wanted in
    select * from jsonb_to_recordset(claims)
      as claim(scope text, subject text, kind text, period text, most numeric, amount numeric)
    order by scope, subject, kind, period
  loop
    insert into spending as old
    values (wanted.scope, wanted.subject, wanted.kind, wanted.period,
            window_start_of(wanted.period, clock_timestamp()), wanted.amount)
    on conflict (scope, subject, kind, period) do update set (used, window_start) = (
      select excluded.used + case when now_at > old.window_start then 0 else old.used end,
             greatest(now_at, old.window_start)
      from window_start_of(old.period, clock_timestamp()) as now_at)
    returning * into taken;
    -- What costs nothing is done for nothing, whatever was spent before.
    fits := wanted.amount = 0 or taken.used <= wanted.most;
    all_fit := all_fit and fits;
    scope := wanted.scope; subject := wanted.subject; kind := wanted.kind; period := wanted.period;
    most := wanted.most; amount := wanted.amount;
    -- Before this claim.
    used := taken.used - wanted.amount;
    window_end := window_end_of(taken.period, taken.window_start);
    return next;
  end loop;
  if all_fit then
    insert into reservation as held
    select call, scope, subject, kind, period, spending.window_start, claim.amount, clock_timestamp() + lifetime
    from jsonb_to_recordset(claims) as claim(scope text, subject text, kind text, period text, amount numeric)
    join spending using (scope, subject, kind, period) where claim.amount > 0
    on conflict (call, scope, subject, kind, period, window_start)
    do update set amount = held.amount + excluded.amount, expires_at = excluded.expires_at;
  else
    update spending set used = spending.used - claim.amount
    from jsonb_to_recordset(claims) as claim(scope text, subject text, kind text, period text, amount numeric)
    where spending.scope = claim.scope and spending.subject = claim.subject
      and spending.kind = claim.kind and spending.period = claim.period;
  end if;
end
$$;

-- Puts what a call took in place of what it had reserved; a kind that is null stays as reserved. Only the first time
-- counts. What was reserved in an earlier window stays there.
create function settle_spending(call uuid, actual jsonb) returns void language plpgsql as $$
#variable_conflict use_column
declare
  held record;
begin
  for held in
    with gone as (delete from reservation where reservation.call = settle_spending.call returning *)
    select scope, subject, kind, period, max(window_start) as newest, sum(amount) as amount,
           (array_agg(amount order by window_start desc))[1] as newest_amount
    from gone group by scope, subject, kind, period order by scope, subject, kind, period
  loop
    update spending set used = greatest(0, used
      + greatest(coalesce((actual ->> held.kind)::numeric, held.amount) - held.amount, -held.newest_amount))
    where scope = held.scope and subject = held.subject and kind = held.kind and period = held.period
      and window_start = held.newest;
  end loop;
end
$$;
`,
};
