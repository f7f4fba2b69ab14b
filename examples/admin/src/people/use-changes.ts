import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { People, PeoplePost, PeopleUnit, Person } from '../providers/office.ts';
import type { Change, ChangeInput } from './ChangeDialog.tsx';

const part = encodeURIComponent;
const orNothing = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

/** Every change that the page offers, as a form. */
export function useChanges({ units, people, levels, roles, today }: People) {
  const translate = useTranslate();
  const words = useWords();
  const t = (key: string) => translate(`bihuan.people.${key}`);
  const names: readonly ChangeInput[] = [{ name: 'zh', label: t('nameZh'), kind: 'text', needed: true }, { name: 'en', label: t('nameEn'), kind: 'text' }];
  const until: ChangeInput = { name: 'until', label: t('until'), kind: 'date', start: today, needed: true, hint: t('untilHint') };
  const from: ChangeInput = { name: 'from', label: t('from'), kind: 'date', start: today };
  const labelOf = ({ zh, en }: Readonly<Record<string, string>>) => ({ zh, ...(en ? { en } : {}) });
  const unitOptions = units.filter((unit) => unit.until === null || unit.until >= today).map(({ id, label }) => ({ value: id, label: words(label) }));
  const roleInput = (level: string | undefined, start = ''): ChangeInput => ({ name: 'role', label: t('role'), kind: 'choice', needed: true, start, options: roles.filter(({ at }) => level === undefined || at.includes(level)).map(({ name, label }) => ({ value: name, label: words(label) })) });
  const unitInput = (start = ''): ChangeInput => ({ name: 'unit', label: t('unit'), kind: 'choice', needed: true, start, options: unitOptions });
  return {
    addUnit: (parent: PeopleUnit | undefined): Change => ({
      title: t('addUnit'), method: 'POST', path: '/units',
      inputs: [...names, { name: 'level', label: t('level'), kind: 'choice', needed: true, options: levels.filter(({ above }) => parent === undefined || above.includes(parent.level)).map(({ name, label }) => ({ value: name, label: words(label) })) }, { name: 'id', label: t('id'), kind: 'text', needed: true, hint: t('idHint') }, from],
      body: (values) => ({ id: values['id'], label: labelOf(values), level: values['level'], ...(parent && { parent: parent.id }), from: orNothing(values['from']) }),
    }),
    renameUnit: (unit: PeopleUnit): Change => ({
      title: t('renameUnit'), method: 'PUT', path: `/units/${part(unit.id)}`, inputs: names.map((input) => ({ ...input, start: input.name === 'zh' ? unit.label.zh : unit.label.en })), body: (values) => ({ label: labelOf(values) }),
    }),
    closeUnit: (unit: PeopleUnit): Change => ({ title: t('closeUnit'), method: 'POST', path: `/units/${part(unit.id)}/close`, inputs: [until], body: (values) => values }),
    addPost: (unit: PeopleUnit | undefined, person?: Person): Change => ({
      title: t('addPost'), method: 'POST', path: '/posts',
      inputs: [...(person ? [] : [{ name: 'person', label: t('person'), kind: 'choice' as const, needed: true, options: people.map(({ id, name }) => ({ value: id, label: `${name}（${id}）` })) }]), ...(unit ? [] : [unitInput()]), roleInput(unit?.level), from],
      body: (values) => ({ person: person?.id ?? values['person'], role: values['role'], unit: unit?.id ?? values['unit'], from: orNothing(values['from']) }),
    }),
    changePost: (post: PeoplePost): Change => ({ title: t('changePost'), method: 'PUT', path: `/posts/${part(post.id)}`, inputs: [unitInput(post.unit), roleInput(undefined, post.role), { ...from, needed: true, hint: t('changeHint') }], body: (values) => values }),
    endPost: (post: PeoplePost): Change => ({ title: t('endPost'), method: 'POST', path: `/posts/${part(post.id)}/end`, inputs: [until], body: (values) => values }),
    addPerson: (): Change => ({
      title: t('addPerson'), method: 'POST', path: '/persons',
      inputs: [{ name: 'name', label: t('name'), kind: 'text', needed: true }, { name: 'id', label: t('username'), kind: 'text', needed: true, hint: t('idHint') }, { name: 'password', label: t('password'), kind: 'password', hint: t('passwordHint') }, { name: 'administrator', label: t('administrator'), kind: 'yes-no' }],
      body: ({ name, id, password, administrator }) => ({ name, id, ...(password ? { password, administrator: administrator === 'true' } : {}) }),
    }),
    changePerson: ({ id, name, account }: Person): Change => ({
      title: t('changePerson'), method: 'PUT', path: `/persons/${part(id)}`,
      inputs: [{ name: 'name', label: t('name'), kind: 'text', needed: true, start: name }, ...(account ? [{ name: 'administrator', label: t('administrator'), kind: 'yes-no' as const, start: account.administrator }] : [])],
      body: (values) => ({ name: values['name'], ...(account && String(account.administrator) !== values['administrator'] && { administrator: values['administrator'] === 'true' }) }),
    }),
    password: ({ id, name }: Person): Change => ({ title: `${t('setPassword')}：${name}`, method: 'PUT', path: `/persons/${part(id)}`, inputs: [{ name: 'password', label: t('password'), kind: 'password', needed: true, hint: t('passwordHint') }], body: (values) => values }),
    turn: ({ id, name, account }: Person): Change => ({ title: `${t(account?.off ? 'turnOn' : 'turnOff')}：${name}`, hint: t(account?.off ? 'turnOnHint' : 'turnOffHint'), method: 'PUT', path: `/persons/${part(id)}`, inputs: [], body: () => ({ off: !account?.off }) }),
  };
}
export type Changes = ReturnType<typeof useChanges>;
